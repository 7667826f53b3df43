/** The file `.nojekyll`, which makes GitHub Pages serve all files: Jekyll would leave out `_headers`. */
import { ONCE } from './template.js'

export const data = { ...ONCE, permalink: '.nojekyll', eleventyAllowMissingExtension: true }

export function render(): string {
  return '\n'
}
