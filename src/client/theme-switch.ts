/**
 * The button that goes round light, dark and automatic: `<button data-theme-switch hidden>`.
 */

import { nextTheme, type Theme } from './theme.js'
import { applyTheme, keepTheme, recallTheme } from './theme-storage.js'

const LABELS: Readonly<Record<Theme, string>> = { auto: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' }

/** Shows the button and keeps what is chosen for the site at `root`. */
export function setUpThemeSwitch(root: string): void {
  const button = document.querySelector<HTMLElement>('[data-theme-switch]')
  if (button === null) return
  let theme = recallTheme()
  const show = () => {
    applyTheme(theme)
    button.dataset.state = theme
    button.title = LABELS[theme]
    button.setAttribute('aria-label', LABELS[theme])
  }
  button.addEventListener('click', () => {
    theme = nextTheme(theme)
    keepTheme(theme, root)
    show()
  })
  show()
  button.hidden = false
}
