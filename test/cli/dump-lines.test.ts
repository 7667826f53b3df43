/** The table of dumps on a terminal. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toDumpLines } from '../../src/cli/terminal/dump-lines.js'
import type { DumpRow } from '../../src/pipeline/run/dump-table.js'

const test = suite('the printed table of dumps')

function toRow(name: string, articles = 0): DumpRow {
  return { name, articles, onlyHere: articles, alsoElsewhere: 0, newerHere: 0, unreadable: 7 }
}

test('aligns its columns', () => {
  assert.equal(toDumpLines([toRow('kb.zip', 56_989), toRow('a/longer/name', 3)]), [
    'dump           articles  only here  also elsewhere  newer here  unreadable',
    'kb.zip           56,989     56,989               0           0           7',
    'a/longer/name         3          3               0           0           7',
  ])
})

test('prints nothing for one dump', () => {
  assert.equal(toDumpLines([]), [])
})

test('prints no control characters, cuts long names at their beginning, and stops after forty rows', () => {
  const lines = toDumpLines([toRow('a\x1b[2Jb\n'), toRow(`${'x'.repeat(100)}/end`), toRow('')])
  assert.is(lines.length, 4)
  assert.not.match(lines.join(''), /\p{Cc}/u)
  assert.match(lines[2] ?? '', /^\.\.\.x+\/end /)
  assert.match(lines[3] ?? '', /^other files /)
  const many = toDumpLines(Array.from({ length: 1_050 }, (_, at) => toRow(`${at}`)))
  assert.equal([many.length, many.at(-1)], [42, 'and 1,010 more dumps'])
})

test.run()
