/** Compares a value with the schema of an Article. Loads the schema and compiles it: for readers of the data, not for the parser. */
import { Compile } from 'typebox/schema'
import type { Article } from './article.js'
import { articleSchema } from './schema.js'

const validator = Compile(articleSchema())

/** Why `value` is no Article, such as `/keywords/0 must be string`; `null`: it is one. */
export function toSchemaError(value: unknown): string | null {
  if (validator.Check(value)) return null
  const [, [first]] = validator.Errors(value)
  return `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim()
}

/** Whether a value fits the schema. */
export function isArticle(value: unknown): value is Article {
  return validator.Check(value)
}
