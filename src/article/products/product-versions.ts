/**
 * Normalises versions to the spelling in which they are compared and shown.
 *
 *     5.10 -> 5.1     4.00b -> 4.0b     5.5 Service Pack 1 -> 5.5 SP1     97sp3 -> 97 SP3     Service Release 1 -> SR-1
 */

/**
 * Matches a second decimal that is 0: `5.10`, `4.00b`. Versions of that time are decimal numbers, so it has no meaning.
 */
const SECOND_ZERO = /^(\d+\.\d)0([a-z]{0,3})$/
/** Matches a number and a service pack in one word: `2.6sp1`, `97sp3`. */
const GLUED_PACK = /^([\d.]+)sp(\d[a-z]?)$/
/** Matches a service pack: `sp4`, `sp6a`. */
const PACK = /^sp(\d[a-z]?)$/
/** Matches a service release: `sr-1`, `sr1`. */
const RELEASE = /^sr-?(\d[a-z]?)$/
const BUILD_LETTER = /^v(?=\d)/

/** Normalises a number. `pack`: the service pack in the same word, or `null`. */
export function splitNumber(word: string): { readonly number: string; readonly pack: string | null } {
  const glued = GLUED_PACK.exec(word)
  if (glued !== null) return { number: toNumber(glued[1] ?? ''), pack: `SP${glued[2]}` }
  return { number: toNumber(word), pack: null }
}

/** Normalises a number: `5.10` -> `5.1`. */
export function toNumber(word: string): string {
  return word.replace(BUILD_LETTER, '').replace(SECOND_ZERO, '$1$2')
}

/** Normalises a service pack or service release: `sp4` -> `SP4`; `null`: the word is neither. */
export function toPack(word: string): string | null {
  const pack = PACK.exec(word)
  if (pack !== null) return `SP${pack[1]}`
  const release = RELEASE.exec(word)
  return release === null ? null : `SR-${release[1]}`
}

/** Returns the version that a service pack belongs to: `4.0 SP4` -> `4.0`; `null`: the version is no service pack. */
export function baseOf(version: string): string | null {
  const blank = version.lastIndexOf(' ')
  return blank > 0 && PACK_END.test(version) ? version.slice(0, blank) : null
}

const PACK_END = / S[PR]-?\d[a-z]?$/

/** Returns versions without duplicates, each service pack after its version: a reader with 4.0 SP4 has 4.0. */
export function withBases(versions: readonly string[]): string[] {
  const all = new Set<string>()
  for (const version of versions) {
    const base = baseOf(version)
    if (base !== null) all.add(base)
    all.add(version)
  }
  return [...all]
}
