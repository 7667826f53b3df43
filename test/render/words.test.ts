/** What keywords and types mean, how articles are cited, and how invisible characters are named. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hasControls, nameControls } from '../../src/render/controls.js'
import { diffLines } from '../../src/render/diff.js'
import { originalNodes } from '../../src/render/original.js'
import { citeArticle } from '../../src/render/words/citation.js'
import { keywordMeaning } from '../../src/render/words/keyword-meaning.js'
import { sampleArticle } from '../templates/sample-archive.js'

const words = suite('words')

words('explain keywords that are on record or built by the rule', () => {
  assert.equal(
    ['kberrmsg', 'KBNETWORK', 'kbWinNT400sp5fix', 'kbVBp600', 'exc55', 'kbExchangeSearch'].map(keywordMeaning),
    [
      'Error messages',
      'Networking',
      'Windows NT 4.0 SP5: fixed',
      'Visual Basic 6.0',
      'Exchange 5.5',
      'Exchange, any version',
    ],
  )
})

words('say nothing of keywords they would have to guess', () => {
  assert.equal(['kbimu', 'msgame', '', '__proto__', 'kb', 'kbOrchard100'].map(keywordMeaning), Array(6).fill(null))
})

words('cite an article in three forms, escaped for each', () => {
  const article = sampleArticle(100000, { title: '50% of C_1 [old]' })
  const [plain, markdown, bibtex] = citeArticle(article, 'Archive', 'https://kb.example/kb/100/Q100000/')
  assert.match(
    plain ?? '',
    /^"50% of C_1 \[old\]"\. Knowledge Base article Q100000, last modified 12 April 1999, Archive, https:/,
  )
  assert.match(markdown ?? '', /^\[50% of C\\_1 \\\[old\\\]\]\(https:/)
  assert.match(bibtex ?? '', /title=\{\{50\\% of C\\_1 \[old\]\}\}/)
})

words('name what cannot be seen', () => {
  assert.is(nameControls('a\u001bb\u202ec\u007f'), 'a␛b[U+202E]c[U+007F]')
  assert.not.ok(hasControls('Plain “text” – with\ttabs\n'))
  assert.ok(hasControls('soft\u00adhyphen'))
})

words('keep an original exact where HTML would change it', () => {
  assert.equal(originalNodes({ text: 'a\r\nb', lineEnd: '\r\n' }), [{ type: 'text', value: '\na\nb' }])
  const codes = originalNodes({ text: 'a\r\nb\u0000c\n', lineEnd: 'mixed' }).flatMap((node) =>
    node.type === 'element' ? [node.properties.dataCode] : [],
  )
  assert.equal(codes, [13, 0])
})

words('tell what changed between two texts', () => {
  assert.equal(diffLines('a\nb\nc\n', 'a\nB\nc\n'), [
    { kind: 'same', text: 'a\n' },
    { kind: 'old', text: 'b\n' },
    { kind: 'new', text: 'B\n' },
    { kind: 'same', text: 'c\n' },
  ])
})

words.run()
