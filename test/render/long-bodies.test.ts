/** Bodies of many parts: all of them become hast, and each part is looked at a fixed number of times, however many there are. */
import type { List, Root, RootContent, Table } from 'mdast'
import { unified } from 'unified'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { handlers } from '../../src/render/body/handlers.js'
import { remarkToHast } from '../../src/render/body/to-hast.js'

const test = suite('long bodies')
const processor = unified().use(remarkToHast, handlers)

/** Looks at an entry of a list: a few for each that there is; a search of the whole list for each entry takes thousands. */
const MOST_LOOKS = 12
const COUNT = 2_000

const text = { type: 'text' as const, value: 'a' }
const paragraph = { type: 'paragraph' as const, children: [text] }

const SHAPES: Readonly<Record<string, () => List | Table>> = {
  'a tight list': () => ({
    type: 'list',
    children: Array.from({ length: COUNT }, () => ({ type: 'listItem', children: [paragraph] })),
  }),
  'a table': () => ({
    type: 'table',
    children: Array.from({ length: COUNT }, () => ({
      type: 'tableRow',
      children: [{ type: 'tableCell', children: [text] }],
    })),
  }),
}

/** How often the children of `block` are looked at while it becomes hast. */
function countLooks(block: RootContent & { children: unknown[] }): number {
  let looks = 0
  block.children = new Proxy(block.children, {
    get(children, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++
      return Reflect.get(children, key, receiver)
    },
  })
  processor.runSync({ type: 'root', children: [block] })
  return looks
}

for (const [what, make] of Object.entries(SHAPES))
  test(`looks at each part of ${what} a few times`, () => {
    const looks = countLooks(make())
    assert.ok(looks >= COUNT && looks < MOST_LOOKS * COUNT, `${looks} looks at ${COUNT} parts`)
  })

test('an item of a tight list may have more words than a call has arguments', () => {
  const children = Array.from({ length: 200_000 }, () => text)
  const list: List = { type: 'list', children: [{ type: 'listItem', children: [{ type: 'paragraph', children }] }] }
  const tree: Root = { type: 'root', children: [list] }
  assert.is(JSON.stringify(processor.runSync(tree)).split('"value":"a"').length - 1, children.length)
})

test('the first row of a table is its head, and the others are not', () => {
  const html = JSON.stringify(processor.runSync({ type: 'root', children: [SHAPES['a table']?.() ?? paragraph] }))
  assert.is(html.split('"th"').length - 1, 1)
  assert.is(html.split('"td"').length - 1, COUNT - 1)
})

test.run()
