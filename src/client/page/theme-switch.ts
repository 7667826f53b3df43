/**
 * The theme button at the end of the page's head, `<button data-theme-switch>`: system, light and dark in turn.
 */

import { element } from '../dom.js'
import { nextTheme, type Theme } from './theme.js'
import { applyTheme, keepTheme, recallTheme } from './theme-storage.js'

const LABELS: Readonly<Record<Theme, string>> = { auto: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' }

/** Adds the button. Choices are kept for the site at `root`. */
export function setUpThemeSwitch(root: string): void {
  const button = element('button', { type: 'button', class: 'theme', 'data-theme-switch': '' })
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
  document.querySelector('.top')?.append(button)
}
