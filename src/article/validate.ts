/**
 * Validates a value against the schema of an Article. Compiles the schema on load, so the parser does not import it.
 */
import { Compile } from 'typebox/schema'
import type { Article } from './article.js'
import { articleSchema } from './schema.js'

const validator = Compile(articleSchema())

/** Returns why `value` is no Article, such as `/keywords/0 must be string`; `null`: it is one. */
export function toSchemaError(value: unknown): string | null {
  if (validator.Check(value)) return null
  const [, [first]] = validator.Errors(value)
  return `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim()
}

/** Returns true if the value fits the schema. */
export function isArticle(value: unknown): value is Article {
  return validator.Check(value)
}
