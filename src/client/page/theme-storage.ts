/**
 * Keeps and shows the chosen theme: `<html data-theme="dark">`.
 *
 * It runs before the page is painted. On `file://`, Firefox has one localStorage for each file, but cookies for a
 * folder; Chromium has no cookies, but one localStorage. If a browser has neither, the choice holds for the page only.
 */
import { readTheme, THEME_KEY, type Theme } from './theme.js'

const ONE_YEAR_S = 31_536_000

/** The theme chosen on an earlier page. */
export function recallTheme(): Theme {
  return readTheme(
    attempt(() => localStorage.getItem(THEME_KEY)),
    attempt(() => document.cookie) ?? '',
  )
}

/** Keeps the choice for the site whose root is at the relative path `root`. */
export function keepTheme(theme: Theme, root: string): void {
  attempt(() => localStorage.setItem(THEME_KEY, theme))
  const { pathname } = new URL(`${root}.`, location.href)
  attempt(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API does not exist on file://
    document.cookie = `${THEME_KEY}=${theme}; path=${pathname}; max-age=${ONE_YEAR_S}; samesite=lax`
  })
}

/** Shows a theme. The stylesheet reads `data-theme`, or else `prefers-color-scheme`. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Runs an action on storage. Storage throws if a browser forbids it; a forgotten theme is no reason to stop. */
function attempt<Value>(action: () => Value): Value | null {
  try {
    return action()
  } catch {
    return null
  }
}
