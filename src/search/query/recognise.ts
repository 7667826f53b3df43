/**
 * What parts of a query are: error codes, event ids, files, API names, registry keys, articles; "paste an error" shows them.
 *
 * By their look only; whether the archive has them is another question.
 */
import type { Recognised } from '../types.js'

/** Tried in order; a later kind does not take what an earlier one took. */
const KINDS: readonly { readonly kind: Recognised['kind']; readonly pattern: RegExp }[] = [
  { kind: 'registry-key', pattern: /\b(?:HKEY_[A-Z_]+|HK(?:LM|CU|CR|U))(?:\\[^\s\\"'<>|,;()[\]]+)+/gi },
  { kind: 'error-code', pattern: /\b0x[\da-f]{2,16}\b|&H[\da-f]{2,8}\b|\b[89a-f][\da-f]{7}\b(?<=\d[\da-f]*)/gi },
  { kind: 'event-id', pattern: /\bevent\s{0,3}(?:id|code)?\s{0,3}[:=#]?\s{0,3}\d{1,5}\b/gi },
  {
    kind: 'file',
    pattern:
      /(?<![\w.])[\w$~-]{1,64}\.(?:dll|exe|sys|ocx|com|bat|cmd|ini|inf|drv|vxd|386|cpl|hlp|lib|dat|reg|mdb|mda|dbf|doc|xls|ppt|asp|htm|html|log|tlb|msi|vbx|cab|dot|pst|nsf|edb|ost|mst|dmp|pdr|mpd|chm|cnt|scr|tsp|wri|txt|cfg)\b/gi,
  },
  { kind: 'article', pattern: /\b(?:Q|KB)\d{5,6}\b/gi },
  { kind: 'api', pattern: /\b[A-Z][a-z\d]+(?:[A-Z][a-z\d]+){1,8}[AW]?(?:\(\))?(?![\w.\\])/g },
  { kind: 'error-code', pattern: /(?<=\b(?:error|err|code|number|stop|errno)\b[^\w\n]{0,6})-?\d{1,10}\b/gi },
]

const MOST_CHARACTERS = 16_384
const MOST_FOUND = 24

/** What is recognised in a text, in its order, each once. */
export function recognise(text: string): readonly Recognised[] {
  let rest = text.slice(0, MOST_CHARACTERS)
  const found: (Recognised & { readonly at: number })[] = []
  for (const { kind, pattern } of KINDS) {
    rest = rest.replace(pattern, (match: string, ...more: readonly unknown[]) => {
      const at = more.find((value) => typeof value === 'number')
      found.push({ kind, text: match, at: typeof at === 'number' ? at : 0 })
      return ' '.repeat(match.length)
    })
  }
  found.sort((a, b) => a.at - b.at)
  const seen = new Set<string>()
  const unique = found.filter(({ text: match }) => !seen.has(match.toLowerCase()) && seen.add(match.toLowerCase()))
  return unique.slice(0, MOST_FOUND).map(({ text: match, kind }) => ({ text: match, kind }))
}
