import { h } from 'hastscript'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { keepElements } from '../../src/render/kept-elements.js'
import { printHtml } from '../../src/render/print-html.js'

/** An element of two texts, and how often it was made. */
function countMade() {
  const counted = { made: 0, toWord: keepElements(make) }
  function make(root: string, word: string) {
    counted.made++
    return h('a', { href: `${root}${word}` }, word)
  }
  return counted
}

test('it makes an element once for the same texts', () => {
  const counted = countMade()
  assert.is(counted.toWord('../', 'kbsetup'), counted.toWord('../', 'kbsetup'))
  assert.is(counted.made, 1)
})

test('it tells texts apart wherever one ends and the next begins', () => {
  const { toWord } = countMade()
  const pairs = [
    ['a', 'b1 c'],
    ['ab', '1 c'],
    ['a1 b', 'c'],
    ['', 'a1 b1 c'],
  ] as const
  for (const [root, word] of pairs)
    assert.is(
      printHtml({ type: 'root', children: [h('p', toWord(root, word))] }),
      printHtml({ type: 'root', children: [h('p', h('a', { href: `${root}${word}` }, word))] }),
    )
})

test('it keeps nothing that is long', () => {
  const counted = countMade()
  const long = 'x'.repeat(300)
  assert.is.not(counted.toWord('../', long), counted.toWord('../', long))
  assert.is(counted.made, 2)
})

test('it keeps no more than some thousand at a time', () => {
  const counted = countMade()
  for (let number = 0; number < 5_000; number++) counted.toWord('../', `word${number}`)
  counted.toWord('../', 'word0')
  assert.is(counted.made, 5_001)
})

test.run()
