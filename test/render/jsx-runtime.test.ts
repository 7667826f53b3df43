/** JSX as the templates write it, against hastscript: different trees at most in the names of properties, the same HTML. */
import type { Properties } from 'hast'
import type { Child } from 'hastscript'
import * as oracle from 'hastscript/jsx-runtime'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { jsx } from '../../src/render/jsx-runtime.js'
import { printHtml } from '../../src/render/print-html.js'

/** What JSX hands over: properties with the children among them. */
function written(children: Child, properties: Properties = {}) {
  return Object.assign({ ...properties }, { children })
}

/** Both runtimes' HTML of `<p {...properties}>{children}</p>` inside a fragment. */
function printBoth(properties: Properties, children: Child): string[] {
  const ours = jsx(null, written(jsx('p', written(children, properties))))
  const theirs = oracle.jsx(null, { children: oracle.jsx('p', { ...properties, children }) })
  return [ours, theirs].map((tree) => (tree.type === 'root' ? printHtml(tree) : ''))
}

test('it names properties as they are written', () => {
  const properties = {
    class: 'a b',
    'aria-label': 'x',
    dataRoot: '../',
    'data-state': 1,
    tabIndex: 0,
    'http-equiv': 'y',
  }
  const [ours, theirs] = printBoth(properties, 'text')
  assert.is(ours, theirs)
  assert.match(ours ?? '', /<p class="a b" aria-label=x data-root=..\/ data-state=1 tabindex=0 http-equiv=y>text<\/p>/)
})

test('it leaves out what is false, and writes what is true as a name alone', () => {
  const [ours, theirs] = printBoth({ hidden: true, open: false, 'data-random': '' }, null)
  assert.is(ours, theirs)
  assert.is(ours, '<p hidden data-random></p>')
})

test('it takes texts, numbers, lists and fragments as children, and nothing for null', () => {
  const fragment = jsx(null, written(['c', jsx('b', written(4))]))
  const [ours, theirs] = printBoth({}, ['a <', null, 2, ['b'], fragment])
  assert.is(ours, theirs)
  assert.is(ours, '<p>a &#x3C;2bc<b>4</b></p>')
})

test.run()
