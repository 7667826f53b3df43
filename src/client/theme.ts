/**
 * Light, dark, or as the system says: `<html data-theme="dark">`, kept between pages.
 *
 * Runs before the page is painted. On `file://` Firefox has one localStorage per file but cookies for a folder, Chromium
 * has no cookies but one localStorage; where there is neither, the choice holds for the page.
 */
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Prefixed: Chromium shares one localStorage among all `file://` pages of a disk. */
const KEY = 'kb-archive-theme'
const ONE_YEAR_S = 31_536_000

/** What comes after `theme` when the switch is pressed. */
export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'
}

/** `dark` from a stored value or from a cookie header such as `a=b; kb-archive-theme=dark`; else `auto`. */
export function readTheme(stored: string | null, cookies: string): Theme {
  const cookie = cookies.split('; ').find((pair) => pair.startsWith(`${KEY}=`))
  const wanted = stored ?? cookie?.slice(KEY.length + 1)
  return THEMES.find((theme) => theme === wanted) ?? 'auto'
}

/** The theme chosen on an earlier page. */
export function recallTheme(): Theme {
  return readTheme(
    attempt(() => localStorage.getItem(KEY)),
    attempt(() => document.cookie) ?? '',
  )
}

/** Keeps the choice for the site whose root is at the relative path `root`. */
export function keepTheme(theme: Theme, root: string): void {
  attempt(() => localStorage.setItem(KEY, theme))
  const { pathname } = new URL(root, location.href)
  attempt(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API does not exist on file://
    document.cookie = `${KEY}=${theme}; path=${pathname}; max-age=${ONE_YEAR_S}; samesite=lax`
  })
}

/** Shows it: the stylesheet reads `data-theme`, and `prefers-color-scheme` where there is none. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Storage throws where a browser forbids it; a forgotten theme is no reason to stop. */
function attempt<Value>(action: () => Value): Value | null {
  try {
    return action()
  } catch {
    return null
  }
}
