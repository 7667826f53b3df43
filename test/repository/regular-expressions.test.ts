/**
 * Every regular expression of the code takes linear time on any text: told from its automaton, not measured (scslre). A text is
 * searched from each of its characters, so `/-+$/` counts as quadratic too.
 */
import { readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type FoundExpression, findExpressions } from '../support/regular-expressions.js'

const expressions = suite('regular expressions')

/** Files that cut every text to so many characters first, by the constant that says so: there polynomial is bounded. */
const CUT_TEXTS: Readonly<Record<string, string>> = {
  'src/article/text/language.ts': 'MAX_LINE_LENGTH = 200',
  'src/article/blocks/evidence/line-evidence.ts': 'MAX_EVIDENCE = 200',
}

/** Where an expression backtracks more than in proportion to its text; none where it does not. */
function slowness({ file, source, flags }: FoundExpression): readonly string[] {
  const { reports } = analyse({ source, flags })
  return reports
    .filter(({ exponential }) => exponential || !(file in CUT_TEXTS))
    .map(({ type, exponential }) => `${file}: /${source}/${flags} ${exponential ? 'exponential' : type}`)
}

for (const layer of ['src', 'templates'])
  expressions(`of ${layer} are linear`, () => {
    const found = findExpressions(layer)
    assert.ok(found.length > 2, 'hardly an expression was found')
    assert.equal(found.flatMap(slowness), [])
  })

expressions('that are not linear are told', () => {
  const slow = (source: string) => slowness({ file: 'x.ts', source, flags: '' }).length > 0
  for (const source of ['^(?:a+)+b', '^a*a*b', '-+$', '^x.*y.*z', '^(?:[A-Z]?\\d+[.):]?)+ {2,}\\S'])
    assert.ok(slow(source), source)
  for (const source of ['^a*b', '^[^x]*x[^y]*y', '(?<!-)-+$']) assert.not.ok(slow(source), source)
})

expressions('are only left alone where their texts are cut', () => {
  for (const [file, constant] of Object.entries(CUT_TEXTS))
    assert.match(readFileSync(file, 'utf8'), `const ${constant}`)
})

expressions.run()
