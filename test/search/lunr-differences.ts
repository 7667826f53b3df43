/**
 * Where this search differs from Lunr on purpose: all of it in one list. `asLunr` writes a query so that Lunr finds what this
 * search finds; `lunr-differences.test.ts` tests each line, and `exactness.test.ts` that there are no others.
 */
import { isStopWord } from '../../src/search/analysis/analysis.js'
import { starTerms } from '../../src/search/analysis/star-terms.js'
import { isSwitch } from '../../src/search/query/switches.js'

export interface Difference {
  /** What is different, as the documents say it. */
  readonly says: string
  readonly query: string
  /** The query for which Lunr finds the same; null where no query of Lunr's does. */
  readonly lunr: string | null
}

export const DIFFERENCES: readonly Difference[] = [
  { says: 'a word with a field before it must be there', query: 'product:exchange fax', lunr: '+product:exchange fax' },
  { says: 'a minus before one or two letters is no operator', query: 'chkdsk -f', lunr: 'chkdsk f' },
  { says: 'a minus before a number is no operator', query: 'error -1018', lunr: 'error 1018' },
  { says: 'a minus before a known switch is no operator', query: 'isinteg -fix', lunr: 'isinteg fix' },
  { says: 'a star means the stems of words that begin so, too', query: 'services*', lunr: 'services* servic' },
  { says: 'a star means the stems of words that end so, too', query: '*faxes', lunr: '*faxes *fax' },
  { says: 'a star alone, or between hyphens, is left out', query: 'create-fax-*', lunr: 'create fax' },
  { says: 'accents of words with a star are left out', query: 'Café*', lunr: 'cafe*' },
  { says: 'a stop word that must be there is left out', query: '+the fax', lunr: 'fax' },
  {
    says: 'words that Lunr does not take are looked for as they stand',
    query: 'fax foo:bar',
    lunr: 'fax foo bar',
  },
  { says: 'a part of a name with `_` finds the name', query: 'tray_and', lunr: 'tray_and_queu tray_and_queue' },
  { says: 'a query of several lines has no operators', query: '+fax\n-modem', lunr: 'fax modem' },
]

/** A term of a random query: sign, field, word with its operators. */
const TERM = /^([+-]?)((?:title|body|keywords|product):)?(.+)$/

/** A query of words, fields, signs and stars as Lunr has to be asked for the same; null where it can't be. */
export function asLunr(query: string): string | null {
  const terms = query
    .split(' ')
    .filter((term) => !STARS_ALONE.test(term))
    .map(asLunrTerm)
  return terms.includes(null) ? null : terms.join(' ')
}

const EDITS_OR_BOOST = /[~^]\d+$/
const STARS_ALONE = /^[+-]?\*+$/

function asLunrTerm(term: string): string | null {
  if (isSwitch(term, false)) return term.slice(1)
  const [, sign = '', field = '', word = ''] = TERM.exec(term) ?? []
  const isSaying = !isStopWord(word.replace(EDITS_OR_BOOST, ''))
  const ownSign = sign === '' && field !== '' && isSaying ? '+' : sign
  const more = starTerms(word)
  if (more.length > 0 && ownSign === '+') return null
  return [word, ...more].map((each) => ownSign + field + each).join(' ')
}
