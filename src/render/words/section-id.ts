/**
 * The `id` of a section on its page. Slugs have no underscore, so ids of the page's own (`cite_0`) are never taken.
 */

/** The slug; before a digit a letter, which checkers and style sheets want: `1-0-setup` -> `s_1-0-setup`. */
export function sectionId(slug: string): string {
  return /^[0-9]/.test(slug) ? `s_${slug}` : slug
}
