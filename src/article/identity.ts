/**
 * The identity of an article: number, id, bucket and path follow from one another.
 *
 *     toIdentity(10022)  ->  { number: 10022, id: 'Q10022', bucket: '010', path: '/kb/010/Q10022/' }
 */

/** The four names of one article. */
export interface Identity {
  readonly number: number
  readonly id: string
  readonly bucket: string
  readonly path: string
}

/** The highest number, seven digits. 327491 is the highest of this format; later articles have seven digits. */
export const MAX_NUMBER = 9_999_999

/** Returns the four names of article `number`. 0 stands for a text that gives no number. */
export function toIdentity(number: number): Identity {
  const id = `Q${number}`
  const bucket = toBucket(number)
  return { number, id, bucket, path: `/kb/${bucket}/${id}/` }
}

/** Returns the thousands of a number, with at least three digits: `010` for 10022, `1234` for 1234567. */
export function toBucket(number: number): string {
  return String(Math.floor(number / 1000)).padStart(3, '0')
}

/** Matches `Q214864`, `q0214864`, `214864`; not `Q12345678`, `Q`. */
const ID = /^Q?0*([1-9][0-9]{0,6})$/i

/** Returns the number of an id, or `null` if the text is no id. */
export function parseId(text: string): number | null {
  const digits = ID.exec(text)?.[1]
  return digits === undefined ? null : Number(digits)
}
