/** Fragment identifiers of sections in an article's page, made from their headings. */

/** Length to which a heading is cut. More characters do not make a better address. */
const MAX_LENGTH = 60

/**
 * Returns a function that gives each heading a unique slug: `More Information` -> `more-information`, then
 * `more-information-2`.
 */
export function createSlugs(): (text: string) => string {
  const taken = new Map<string, number>()
  return (text) => {
    const base =
      text
        .toLowerCase()
        .slice(0, MAX_LENGTH)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'section'
    let count = (taken.get(base) ?? 0) + 1
    while (count > 1 && taken.has(`${base}-${count}`)) count++
    const slug = count === 1 ? base : `${base}-${count}`
    taken.set(base, count)
    if (count > 1) taken.set(slug, 1)
    return slug
  }
}
