/** The names of the forms: apart from the schema, which takes longer to load than a build without changes may. */

/** The forms in which articles have survived. `pss`: the older CD/TechNet text with `PSS ID Number:`. */
export const FORMS = ['txt', 'md', 'md-cd', 'pss'] as const
export type Form = (typeof FORMS)[number]
