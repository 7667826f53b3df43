/** The articles of the corpus that are hard to read: each has a golden case of its shape, whose `about.md` names it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { GOLDEN_FOLDER } from './golden-cases.js'

const test = suite('tricky articles')

/** Left out: Q149829 and Q150847, odd only in that their texts are the same. */
const TRICKY = `
Q10212 Q11958 Q12384 Q29830 Q32667 Q33364 Q35256 Q40452 Q41197 Q43569 Q43969 Q44816 Q46847 Q46919 Q47753 Q50410
Q51327 Q51712 Q66350 Q66902 Q66959 Q67357 Q67735 Q69994 Q81446 Q81480 Q84252 Q84950 Q86440 Q89921 Q96702 Q96908
Q96911 Q97726 Q101042 Q103887 Q104296 Q105508 Q105612 Q107244 Q109496 Q113278 Q117561 Q118694 Q125418 Q128008
Q128531 Q129037 Q130261 Q131062 Q131835 Q133034 Q136983 Q138363 Q139294 Q139316 Q139995 Q140588 Q141209 Q141682
Q145742 Q148143 Q150421 Q152486 Q153077 Q156063 Q157021 Q157248 Q160810 Q163379 Q163734 Q163938 Q168750 Q173857
Q178121 Q185733 Q191452 Q192582 Q202086 Q221690 Q227598 Q229148 Q236983 Q242367 Q244185 Q250582 Q252718 Q253613
Q263159 Q271149 Q279217 Q299445 Q304910 Q309387 Q318968 Q326108
`

test('each has a case of its shape', () => {
  const about = readdirSync(GOLDEN_FOLDER).map((reason) =>
    readFileSync(join(GOLDEN_FOLDER, reason, 'about.md'), 'utf8'),
  )
  const cited = new Set(about.flatMap((text) => text.match(/Q\d{5,6}/g) ?? []))
  assert.equal(
    TRICKY.trim()
      .split(/\s+/)
      .filter((id) => !cited.has(id)),
    [],
  )
})

test.run()
