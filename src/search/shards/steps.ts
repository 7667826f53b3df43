/**
 * The *step* of a posting in the body: the distance from the beginning to the first occurrence of the term, for
 * ranking.
 *
 *     step  0 ... 7    within the first 8, 16 ... 64 words
 *           8          later: `DEEP`
 *
 * Steps are range coded with fixed tables, one for each frequency (1, 2, more) and class of body length. A table
 * assumes that a term's occurrences are spread evenly over the body.
 */
import type { RangeDecoder, RangeEncoder } from '../codec/range-coder.js'

/** The step of a term that is not among the first words. */
export const DEEP = 8
const STEP_COUNT = DEEP + 1
const WORDS_A_STEP = 8

/** The step of a word by its position in the body, counted from 0, stop words included. */
export function stepOf(position: number): number {
  return Math.min(DEEP, Math.floor(position / WORDS_A_STEP))
}

/** The number of terms in an article's body. */
export type BodyLength = (article: number) => number

/** Appends the steps of a term's articles. */
export function writeSteps(
  encoder: RangeEncoder,
  { articles, sums, steps }: BodyPostings,
  bodyLength: BodyLength,
): void {
  let before = 0
  for (let i = 0; i < articles.length; i++) {
    const sum = sums[i] ?? 0
    const table = tableOf(sum - before, bodyLength(articles[i] ?? 0))
    const start = table.starts[steps[i] ?? 0] ?? 0
    encoder.write(start, table.sizes[steps[i] ?? 0] ?? 0, TOTAL)
    before = sum
  }
}

/** Reads the steps of a term's articles. */
export function readSteps(
  decoder: RangeDecoder,
  { articles, sums }: Omit<BodyPostings, 'steps'>,
  bodyLength: BodyLength,
): Uint8Array {
  const steps = new Uint8Array(articles.length)
  let before = 0
  for (let i = 0; i < articles.length; i++) {
    const sum = sums[i] ?? 0
    const { starts, sizes, stepAt } = tableOf(sum - before, bodyLength(articles[i] ?? 0))
    const step = stepAt[decoder.find(TOTAL)] ?? DEEP
    decoder.take(starts[step] ?? 0, sizes[step] ?? 0)
    steps[i] = step
    before = sum
  }
  return steps
}

/** The parts of `FieldPostings` that the coding of steps needs. */
interface BodyPostings {
  readonly articles: Uint32Array
  readonly sums: Uint32Array
  readonly steps: ArrayLike<number>
}

/** The number of parts in a table. */
const TOTAL = 1 << 10

/**
 * The parts of each step in `0 .. TOTAL - 1`. `DEEP`, mostly the likeliest, comes first: a record of nothing else is
 * empty.
 */
interface StepTable {
  readonly starts: readonly number[]
  readonly sizes: readonly number[]
  /** The step that each part belongs to. */
  readonly stepAt: Uint8Array
}

/** Frequencies from this on share a table. */
const MOST_TOLD_APART = 3
/** Classes of body length, in terms: up to 30, up to 62 ..., 1,023 and more. */
const CLASS_COUNT = 7
const FIRST_CLASS_BITS = 4
/** Words for each term of a body, since there are about half as many stop words as terms. */
const WORDS_A_TERM = 1.5

const TABLES: readonly StepTable[] = Array.from({ length: MOST_TOLD_APART * CLASS_COUNT }, (_, i) =>
  makeTable(1 + Math.floor(i / CLASS_COUNT), WORDS_A_TERM * 2 ** (FIRST_CLASS_BITS + (i % CLASS_COUNT) + 0.5)),
)

/** The table of a term that occurs `frequency` times in a body of `words` words. */
function makeTable(frequency: number, words: number): StepTable {
  const isBehind = (step: number) => Math.max(0, 1 - (step * WORDS_A_STEP) / words) ** frequency
  const free = TOTAL - STEP_COUNT
  const sizes = Array.from({ length: DEEP }, (_, step) => 1 + Math.floor(free * (isBehind(step) - isBehind(step + 1))))
  sizes.push(TOTAL - sizes.reduce((sum, size) => sum + size))
  const starts: number[] = []
  let start = sizes[DEEP] ?? 0
  for (let step = 0; step < DEEP; step++) {
    starts.push(start)
    start += sizes[step] ?? 0
  }
  starts.push(0)
  const stepAt = new Uint8Array(TOTAL)
  for (const [step, from] of starts.entries()) stepAt.fill(step, from, from + (sizes[step] ?? 0))
  return { starts, sizes, stepAt }
}

function tableOf(frequency: number, bodyTerms: number): StepTable {
  const bits = 31 - Math.clz32(bodyTerms + 1)
  const lengthClass = Math.min(CLASS_COUNT - 1, Math.max(0, bits - FIRST_CLASS_BITS))
  const row = Math.min(frequency, MOST_TOLD_APART) - 1
  return TABLES[row * CLASS_COUNT + lengthClass] ?? makeTable(frequency, bodyTerms)
}
