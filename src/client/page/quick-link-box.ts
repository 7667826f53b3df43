/**
 * A search box that offers titles, error codes and products. This part is on every page, so it is small: at the first
 * key it loads the rest, `quick-links.entry.ts`. Nothing is loaded for a reader who does not search.
 */
import { QUICK_LINKS_FILE, type QuickLinkFile } from '../../render/quick-links.js'
import { runScript } from './run-script.js'

declare global {
  interface Window {
    /** The content of `quick-links.js`. */
    kbQuickLinks: QuickLinkFile
  }
}

/** Says at once what the box is: a screen reader would not notice another role while one types. */
export function setUpQuickLinkBox(box: HTMLInputElement): void {
  box.autocomplete = 'off'
  box.setAttribute('role', 'combobox')
  box.setAttribute('aria-autocomplete', 'list')
  box.setAttribute('aria-expanded', 'false')
  let isLoading = false
  const load = (event: Event) => {
    if (isLoading || (event instanceof InputEvent && event.isComposing)) return
    isLoading = true
    // At the next key it is tried again.
    loadQuickLinks().catch(() => {
      isLoading = false
    })
  }
  for (const type of ['input', 'compositionend']) box.addEventListener(type, load)
}

async function loadQuickLinks(): Promise<void> {
  const root = document.documentElement.dataset.root ?? ''
  await runScript(root + QUICK_LINKS_FILE)
  await runScript(`${root}assets/${window.kbQuickLinks.scripts[0]}`)
}
