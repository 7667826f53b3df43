/**
 * The `id` of a section on its page. A slug has no underscore, so it never equals an id of the page itself (`cite_0`).
 */

/**
 * The slug; with `s_` before a digit, because an id in style sheets must begin with a letter: `1-0-setup` ->
 * `s_1-0-setup`.
 */
export function sectionId(slug: string): string {
  return /^[0-9]/.test(slug) ? `s_${slug}` : slug
}
