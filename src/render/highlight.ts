/**
 * Colours for code, at build time: which of the parser's language names have a grammar, and what they are called.
 */
import type { ElementContent } from 'hast'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import bat from 'highlight.js/lib/languages/dos'
import fortran from 'highlight.js/lib/languages/fortran'
import ini from 'highlight.js/lib/languages/ini'
import javascript from 'highlight.js/lib/languages/javascript'
import sql from 'highlight.js/lib/languages/sql'
import vbnet from 'highlight.js/lib/languages/vbnet'
import vbscript from 'highlight.js/lib/languages/vbscript'
import x86asm from 'highlight.js/lib/languages/x86asm'
import xml from 'highlight.js/lib/languages/xml'
import { createLowlight } from 'lowlight'

const lowlight = createLowlight({ bat, c, cpp, fortran, ini, javascript, sql, vbnet, vbscript, x86asm, xml })

/** The parser's names: how each is shown, and the grammar that colours it (`null`: there is none that fits). */
const LANGUAGES: ReadonlyMap<string, { readonly title: string; readonly grammar: string | null }> = new Map([
  ['asm', { title: 'Assembler', grammar: 'x86asm' }],
  ['bat', { title: 'Batch', grammar: 'bat' }],
  ['basic', { title: 'Basic', grammar: 'vbnet' }],
  ['vb', { title: 'Visual Basic', grammar: 'vbnet' }],
  ['vbscript', { title: 'VBScript', grammar: 'vbscript' }],
  ['c', { title: 'C', grammar: 'c' }],
  ['cpp', { title: 'C++', grammar: 'cpp' }],
  ['fortran', { title: 'Fortran', grammar: 'fortran' }],
  ['foxpro', { title: 'FoxPro', grammar: null }],
  ['html', { title: 'HTML', grammar: 'xml' }],
  ['ini', { title: 'INI', grammar: 'ini' }],
  ['javascript', { title: 'JavaScript', grammar: 'javascript' }],
  ['reg', { title: 'Registry', grammar: 'ini' }],
  ['sql', { title: 'SQL', grammar: 'sql' }],
  ['xml', { title: 'XML', grammar: 'xml' }],
])

/** Longer listings stay plain: colours of 600 lines cost more bytes and time than they help. */
const LONGEST_COLOURED = 20_000

export function languageTitle(lang: string): string {
  return LANGUAGES.get(lang)?.title ?? lang
}

/** The code's text as coloured spans, or as it is. The characters are the same in either case. */
export function highlight(lang: string, text: string): ElementContent[] {
  const grammar = LANGUAGES.get(lang)?.grammar ?? null
  if (grammar === null || text.length > LONGEST_COLOURED) return [{ type: 'text', value: text }]
  return lowlight.highlight(grammar, text, { prefix: 'h-' }).children as ElementContent[]
}
