/** Highlights code at build time, with the grammars of highlight.js. */
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

/** Grammars by the names that the parser gives to languages. */
const lowlight = createLowlight({ asm, basic, batch, c, cpp, fortran, foxpro, html, ini, reg: ini, sql, vb })

/** Names of languages as readers see them. */
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
 * Longest listing and longest line that are highlighted, in characters. highlight.js takes quadratic time for some
 * texts; real listings are much shorter. docs/decisions.md has the measurement.
 */
const LONGEST_COLOURED = 6_000
const LONGEST_LINE = 240
/** Most characters of an article that are highlighted. */
export const MOST_COLOURED = 12_000

export function languageTitle(lang: string): string {
  return TITLES.get(lang) ?? lang
}

/** Reports whether a listing is highlighted: its language has a grammar, and it and its lines are not too long. */
export function isColourable(lang: string, text: string): boolean {
  if (!lowlight.registered(lang) || text.length > LONGEST_COLOURED) return false
  return text.split('\n').every((line) => line.length <= LONGEST_LINE)
}

/** Splits code into spans with classes. The characters stay the same. */
export function highlight(lang: string, text: string): ElementContent[] {
  return lowlight.highlight(lang, text, { prefix: 'h-' }).children.filter((node) => node.type !== 'doctype')
}
