/**
 * The themes, and the reader of a stored choice. Pure; `theme-storage.ts` knows where choices are stored.
 */
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/**
 * The key of the stored choice. It has a prefix, since Chromium shares one localStorage among all `file://` pages of a
 * disk.
 */
export const THEME_KEY = 'kb-archive-theme'

/** The theme after `theme`, when the switch is pressed. */
export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'
}

/** `dark` from a stored value or from a cookie header such as `a=b; kb-archive-theme=dark`; else `auto`. */
export function readTheme(stored: string | null, cookies: string): Theme {
  const cookie = cookies.split('; ').find((pair) => pair.startsWith(`${THEME_KEY}=`))
  const wanted = stored ?? cookie?.slice(THEME_KEY.length + 1)
  return THEMES.find((theme) => theme === wanted) ?? 'auto'
}
