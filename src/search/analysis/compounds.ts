/**
 * Names with versions in one word, as people type them: `vb6` for "Visual Basic 6.0", `sp4` for "Service Pack 4".
 * Ranking counts their meanings as it counts synonyms.
 */
import { indexTerms } from './analysis.js'
import type { Stand } from './synonyms.js'

/** The names that the letters of a compound stand for, separated by commas. */
const NAMES: Readonly<Record<string, string>> = {
  acc: 'access',
  access: 'access',
  ado: 'ado',
  ce: 'ce',
  dao: 'dao',
  dos: 'dos',
  dx: 'directx',
  excel: 'excel',
  exch: 'exchange',
  exchange: 'exchange',
  fp: 'frontpage, foxpro',
  ie: 'internet explorer',
  iis: 'iis, internet information server',
  mdac: 'mdac, data access components',
  mfc: 'mfc',
  msdos: 'dos',
  msie: 'internet explorer',
  msvc: 'visual c++',
  nt: 'nt',
  office: 'office',
  ol: 'outlook',
  outlook: 'outlook',
  ppt: 'powerpoint',
  proj: 'project',
  pub: 'publisher',
  sms: 'sms, systems management server',
  sna: 'sna',
  sp: 'service pack, sp',
  sql: 'sql',
  vb: 'visual basic',
  vba: 'visual basic applications',
  vc: 'visual c++',
  vfp: 'foxpro',
  vid: 'interdev',
  vj: 'visual j++',
  vs: 'visual studio',
  vss: 'sourcesafe',
  wd: 'word',
  wfw: 'workgroups, wfw',
  win: 'windows',
  windows: 'windows',
  winnt: 'nt',
  wmp: 'media player',
  word: 'word',
  xl: 'excel',
}

/** A compound: letters, digits, digits after a dot, a letter, as in `vb6`, `ie5.5`, `nt351`, `sp6a`, `win9x`. */
const COMPOUND = /^([a-z]{2,8})(\d{1,4})(?:\.(\d{1,4}))?([ax]?)$/

/** The versions that `9x` stands for. */
const NINETIES = ['95', '98']
/** Two digits from here on are a year: `win95`. */
const FIRST_YEAR = 90

/** The meanings of a name with a version, each as terms that an article must all have; empty for any other word. */
export function compoundsOf(word: string): readonly Stand[] {
  const [, letters = '', digits = '', rest = '', suffix = ''] = COMPOUND.exec(word.toLowerCase()) ?? []
  const names = Object.hasOwn(NAMES, letters) ? (NAMES[letters] ?? '').split(', ') : []
  const versions = versionsOf(digits, rest, suffix)
  return names.flatMap((name) => versions.map((version) => name.split(' ').concat(version).flatMap(indexTerms)))
}

/** The spellings of a version in articles: `6.0` and `6` for `6`, `3.51` and `351` for `351`, `95` for `95`. */
function versionsOf(digits: string, rest: string, suffix: string): readonly string[] {
  if (suffix === 'x') return digits === '9' ? NINETIES : versionsOf(digits, rest, '')
  if (rest !== '') return [`${digits}.${rest}${suffix}`]
  if (suffix !== '') return [digits + suffix]
  if (digits.length === 1) return [`${digits}.0`, digits]
  const isYear = digits.length === 4 || (Number(digits) >= FIRST_YEAR && digits.length === 2)
  return isYear ? [digits] : [`${digits.charAt(0)}.${digits.slice(1)}`, digits]
}
