/** The kinds of error codes, in the order of their index page. `error-codes.ts` gives each kind its own spelling. */
import type { FacetValue } from '../../src/render/view.js'

export interface ErrorGroup {
  readonly id: string
  readonly title: string
  readonly values: readonly FacetValue[]
}

const KINDS: readonly { readonly id: string; readonly title: string; readonly begin: RegExp }[] = [
  { id: 'stop', title: 'Stop codes', begin: /^STOP / },
  { id: 'failure', title: 'Hexadecimal codes', begin: /^0x/ },
  { id: 'event', title: 'Events', begin: /^Event ID / },
  { id: 'run-time', title: 'Run-time errors of Visual Basic', begin: /^Run-time / },
  { id: 'decimal', title: 'Decimal codes', begin: /^Error / },
  { id: 'sqlstate', title: 'SQL states', begin: /^SQLSTATE / },
  { id: 'build', title: 'Compiler and linker', begin: /^[A-Z]{1,3}\d/ },
]

/** Groups codes by kind, sorted by number; leaves out kinds without codes. */
export function groupErrors(values: readonly FacetValue[]): readonly ErrorGroup[] {
  return KINDS.map(({ id, title, begin }) => ({
    id,
    title,
    values: values.filter(({ label }) => begin.test(label)).sort(byNumber),
  })).filter((group) => group.values.length > 0)
}

/** Sorts by number: `Event ID 9`, `Event ID 10`, `Event ID 10, Browser`. */
function byNumber(a: FacetValue, b: FacetValue): number {
  return numberOf(a) - numberOf(b) || (a.label < b.label ? -1 : 1)
}

/** The number in a code. 0 for hexadecimal codes, which all have the same length and are sorted as text. */
function numberOf({ label }: FacetValue): number {
  const [, digits] = DECIMAL.exec(label) ?? []
  return digits === undefined ? 0 : Number(digits)
}

const DECIMAL = /^(?:Event ID|Run-time error|Error) (-?\d+)/
