/**
 * Golden cases: every folder of `test/fixtures/article` becomes the Article beside it. `scripts/update-goldens.ts` writes the
 * expectations anew; read the difference before committing it.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkLossless } from '../../src/article/lossless.js'
import { peekHeader } from '../../src/article/peek.js'
import { PROBLEMS } from '../../src/article/problems.js'
import { articleSchema } from '../../src/article/schema.js'
import { decode } from '../../src/article/text/decode.js'
import { GOLDEN_FOLDER, listGoldenCases, parseGolden, readExpected, toReadableJson } from './golden-cases.js'

const test = suite('golden')
const validate = new Ajv2020({ strict: false }).compile(articleSchema())

for (const golden of listGoldenCases()) {
  test(`${golden.reason}: the article is the expected one`, () => {
    assert.fixture(`${toReadableJson(parseGolden(golden))}\n`, readExpected(golden))
  })

  test(`${golden.reason}: nothing is lost, the schema holds, the header alone says the same`, () => {
    const article = parseGolden(golden)
    const { text } = decode(golden.bytes, { form: article.source.form })
    assert.equal(checkLossless(text, article), [])
    assert.ok(validate(article), JSON.stringify(validate.errors))
    const title = article.titleMade ? '' : article.title
    assert.is(peekHeader(text, article.source.form)?.title ?? null, article.number === 0 ? null : title)
  })

  test(`${golden.reason}: the case says why it is there`, () => {
    assert.ok(existsSync(join(GOLDEN_FOLDER, golden.reason, 'about.md')))
  })
}

test('every problem code has a case', () => {
  const seen = new Set<string>(
    listGoldenCases().flatMap((golden) => parseGolden(golden).problems.map(({ code }) => code)),
  )
  assert.equal(
    Object.keys(PROBLEMS).filter((code) => !seen.has(code)),
    [],
  )
})

test.run()
