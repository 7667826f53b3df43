/** html-validate, and what is asked of pages. */
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Tags are printed by rehype, which writes `<!doctype html>` and closes no void element.
    'doctype-style': 'off',
    // The page does not know how long a title is: articles have the titles they have.
    'long-title': 'off',
    // Original texts are exact, to the blank at the end of a line.
    'no-trailing-whitespace': 'off',
    // Words of the source, such as `&notit;` or a telephone number, are kept as they are.
    'tel-non-breaking': 'off',
    // Values are what the archive holds; they are never empty attributes by design but by content.
    'attribute-boolean-style': ['error', { style: 'omit' }],
    // Quotes stand where a value needs them.
    'attr-quotes': 'off',
    'attribute-empty-style': ['error', { style: 'omit' }],
  },
})

/** `kb/100/Q100000/index.html:1:400 no-dup-id: Duplicate ID "cause"` for each thing that is wrong. */
export async function validate(file: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId}: ${message}`),
  )
}
