/** How much a law is tried: a few times in `npm test`, more in files that end in `.long.test.ts`, any number by `KB_THOROUGH=N`. */

const factor = Number(process.env.KB_THOROUGH ?? 1)
if (!(factor >= 1)) throw new Error(`Expected KB_THOROUGH to be a number from 1, found \`${process.env.KB_THOROUGH}\``)

/** True in a long test: everything is tried, where `npm test` tries a part. */
export const isThorough = factor > 1

/** As many runs, times `KB_THOROUGH`. */
export function runs(count: number): number {
  return Math.round(count * factor)
}
