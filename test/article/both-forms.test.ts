/** The raw form and the Markdown form of an article become the same Article, but for what the converter lost. */
import { suite } from 'uvu'
import { recogniseForm } from '../../src/article/recognise.js'
import { decode } from '../../src/article/text/decode.js'
import { assertAgree, parse } from './both-forms.js'
import { convertToMarkdown } from './convert-to-markdown.js'
import { listGoldenCases } from './golden-cases.js'

const test = suite('both-forms')

/** Cases whose oddity is of the bytes or of parts that the converter did not carry over. */
const RAW_ONLY =
  /^(utf-|cp|carriage|line-ends|header-[fl]|legal-|product-|text-before|id-missing|date-unreadable|versions-)/

for (const { reason, inputName, bytes } of listGoldenCases()) {
  if (inputName !== 'article.txt' || RAW_ONLY.test(reason) || recogniseForm(decode(bytes).text) !== 'txt') continue
  const page = convertToMarkdown(bytes)
  if (page === null) continue
  test(`${reason}: the page made from it says the same`, () => {
    const raw = parse(bytes, 'txt')
    const known = { ...raw.article, product: { ...raw.article.product, code: null } }
    assertAgree({ ...raw, article: known }, parse(new TextEncoder().encode(page), 'md'))
  })
}

test.run()
