/**
 * Randomness that can be had again: fast-check, and numbers for moments and choices, from one seed a process. `KB_SEED=N` sets
 * it. The seed is printed; `scripts/test.ts` shows it where the file fails.
 *
 *     KB_SEED=1619058541 npm test -- rebuild
 */
import fc from 'fast-check'
import { Random } from '../fuzz/random.js'

const LARGEST_SEED = 0x7fffffff

/** The seed of this process. */
export const SEED =
  process.env.KB_SEED === undefined ? Math.floor(Math.random() * LARGEST_SEED) : Number(process.env.KB_SEED)
if (!Number.isInteger(SEED)) throw new Error(`Expected KB_SEED to be a whole number, found \`${process.env.KB_SEED}\``)
console.log(`# seed: ${SEED} (KB_SEED=${SEED} makes the same choices again)`)

fc.configureGlobal({ seed: SEED })

/** Numbers that depend on the seed alone. */
export const random = new Random(SEED)

export default fc
