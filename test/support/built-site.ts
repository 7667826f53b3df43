/** An archive built by the CLI from a few invented articles, for the tests of the commands that read one. */
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import { askKb } from './run-kb.js'
import { makeScratch, toRawText, writeDump } from './small-dump.js'

/** What a terminal would obey: it clears the screen, and sets the window's title. */
const ESCAPES = '\u001b[2J\u001b]0;Contoso\u0007'

/** Articles with the smallest id, the largest one, and one between whose title and text a terminal would obey. */
export function buildSmallSite(): string {
  const folder = makeScratch()
  const dump = join(folder, 'dump')
  writeDump(dump, {
    'Q1.TXT': toRawText({ number: 1, title: 'PRB: The first printer hums' }),
    'Q9999999.TXT': toRawText({ number: 9_999_999, title: 'BUG: The last printer hums' }),
    'Q214864.TXT': toRawText({
      number: 214_864,
      title: `PRB: Carousel ${ESCAPES}stops`,
      text: `The carousel ${ESCAPES}stops.`,
    }),
  })
  const run = askKb(['build', dump, '--out', join(folder, 'out'), '--quiet'])
  assert.is(run.status, 0, run.stderr)
  return join(folder, 'out', 'site')
}
