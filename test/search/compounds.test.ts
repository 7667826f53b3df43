/** Names with versions in one word. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compoundsOf } from '../../src/search/analysis/compounds.js'

const test = suite('compounds')

const CASES: Readonly<Record<string, readonly string[]>> = {
  vb6: ['visual basic 6.0', 'visual basic 6'],
  IE5: ['internet explor 5.0', 'internet explor 5'],
  'ie5.5': ['internet explor 5.5'],
  nt351: ['nt 3.51', 'nt 351'],
  nt40: ['nt 4.0', 'nt 40'],
  win95: ['window 95'],
  win9x: ['window 95', 'window 98'],
  office2000: ['offic 2000'],
  sp4: ['servic pack 4.0', 'servic pack 4', 'sp 4.0', 'sp 4'],
  sp6a: ['servic pack 6a', 'sp 6a'],
}

for (const [word, stands] of Object.entries(CASES))
  test(`${word} stands for ${stands.join(', ')}`, () => {
    assert.equal(
      compoundsOf(word).map((stand) => stand.join(' ')),
      stands,
    )
  })

test('words that are no name with a version stand for nothing else', () => {
  for (const word of ['vb', '6', 'mfc42.dll', 'c1083', 'constructor1', 'vb12345', 'lnk2005', 'x86'])
    assert.equal(compoundsOf(word), [], word)
})

test.run()
