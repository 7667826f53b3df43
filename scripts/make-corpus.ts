/**
 * `node --import tsx scripts/make-corpus.ts COUNT FOLDER [SEED]`: makes a dump of COUNT made-up raw articles, for
 * measuring how costs grow.
 *
 * The same count and seed give the same bytes. Article numbers are as dense as in the real corpus; denser only if there
 * would be too many for six digits.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toArticleText } from './made-up-article.js'
import { createRandom, type Random } from './made-up-words.js'

const FIRST_NUMBER = 10_022
const LAST_NUMBER = 980_000
const REAL_STEP = 6

/** Random article numbers, ascending. */
function toNumbers(count: number, random: Random): Uint32Array {
  const step = Math.min(REAL_STEP, (LAST_NUMBER - FIRST_NUMBER) / count)
  const numbers = new Uint32Array(count)
  let last = FIRST_NUMBER - 1
  for (let index = 0; index < count; index++) {
    last = Math.max(last + 1, FIRST_NUMBER + Math.floor((index + random.next()) * step))
    numbers[index] = last
  }
  return numbers
}

const [count, folder, seed] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4] ?? 1)]
if (!Number.isInteger(count) || count < 1 || count > LAST_NUMBER - FIRST_NUMBER || folder === undefined) {
  process.stderr.write('Usage: make-corpus.ts COUNT FOLDER [SEED]\n')
  process.exit(2)
}
const random = createRandom(seed)
const numbers = toNumbers(count, random)
let made = ''
for (const number of numbers) {
  const place = join(folder, String(number).padStart(6, '0').slice(0, -3))
  if (place !== made) mkdirSync(place, { recursive: true })
  made = place
  const anyNumber = () => numbers[random.below(numbers.length)] ?? number
  writeFileSync(join(place, `Q${number}.TXT`), toArticleText(random, { number, anyNumber }))
}
