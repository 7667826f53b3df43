/**
 * Colours for code, at build time: which of the parser's language names have a grammar, and what they are called.
 */
import type { ElementContent } from 'hast'
import basic from 'highlight.js/lib/languages/basic'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import batch from 'highlight.js/lib/languages/dos'
import fortran from 'highlight.js/lib/languages/fortran'
import ini from 'highlight.js/lib/languages/ini'
import sql from 'highlight.js/lib/languages/sql'
import vb from 'highlight.js/lib/languages/vbnet'
import asm from 'highlight.js/lib/languages/x86asm'
import html from 'highlight.js/lib/languages/xml'
import { createLowlight } from 'lowlight'
import foxpro from '../grammars/foxpro.js'

/** Grammars by the parser's names of languages. */
const lowlight = createLowlight({ asm, basic, batch, c, cpp, fortran, foxpro, html, ini, reg: ini, sql, vb })

/** How the parser's names are shown. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['asm', 'Assembler'],
  ['basic', 'Basic'],
  ['batch', 'Batch'],
  ['c', 'C'],
  ['cpp', 'C++'],
  ['fortran', 'Fortran'],
  ['foxpro', 'FoxPro'],
  ['html', 'HTML'],
  ['ini', 'INI'],
  ['reg', 'Registry'],
  ['sql', 'SQL'],
  ['vb', 'Visual Basic'],
])

/**
 * What stays plain: highlight.js takes quadratic time for some texts, up to 0.2 s for 6,000 characters made for it and 4 s for
 * 20,000 (measured with all grammars). Real listings have 500 characters, lines of 80, and take 50 µs an article.
 */
const LONGEST_COLOURED = 6_000
const LONGEST_LINE = 240
/** No more than this is coloured of one article. */
export const MOST_COLOURED = 12_000

export function languageTitle(lang: string): string {
  return TITLES.get(lang) ?? lang
}

/** Whether a listing is coloured: a language with a grammar, and a text of a listing's shape. */
export function isColourable(lang: string, text: string): boolean {
  if (!lowlight.registered(lang) || text.length > LONGEST_COLOURED) return false
  return text.split('\n').every((line) => line.length <= LONGEST_LINE)
}

/** The code's text as coloured spans. The characters are the same. */
export function highlight(lang: string, text: string): ElementContent[] {
  return lowlight.highlight(lang, text, { prefix: 'h-' }).children.filter((node) => node.type !== 'doctype')
}
