import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseProduct } from '../../../src/article/products/parse-product.js'

const test = suite('a line of an applies-to list')

/** `lines.tsv`: 200 lines, each with what a reader makes of it. */
const LINES = readFileSync(new URL('lines.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))

function show(text: string): string[] {
  const product = parseProduct(text)
  if (product === null) return [text, '-', '-', '-']
  return [text, product.id, product.edition ?? '-', product.versions.join(' | ') || '-']
}

test('is the product that a reader takes it for, in 200 lines of a dump', () => {
  assert.is(LINES.length, 200)
  assert.equal(
    LINES.map(([text = '']) => show(text)),
    LINES,
  )
})

test('has its service packs beside the version that they belong to', () => {
  const versionsOf = (text: string) => parseProduct(text)?.versions
  assert.equal(versionsOf('Microsoft Exchange Server, version 5.5 Service Packs 1, 2, 3'), [
    '5.5 SP1',
    '5.5 SP2',
    '5.5 SP3',
  ])
  assert.equal(versionsOf('Microsoft SNA Server, versions 3.0, 3.0SP1'), ['3.0', '3.0 SP1'])
  assert.equal(versionsOf('Microsoft Windows NT Server versions 4.0, 4.0 SP4'), ['4.0', '4.0 SP4'])
  assert.equal(versionsOf('Microsoft Windows 2000 SP1 Server'), ['SP1'])
})

test('has decimal versions without the zero at their end', () => {
  assert.equal(parseProduct('Microsoft Macro Assembler (MASM), versions 5.10, 5.10a, 6.00')?.versions, [
    '5.1',
    '5.1a',
    '6.0',
  ])
})

test('takes the longer of two names', () => {
  assert.is(parseProduct('Microsoft Windows NT Load Balancing Service')?.id, 'windows-nt-load-balancing-service')
  assert.is(parseProduct('Microsoft Windows 98')?.id, 'windows-98')
  assert.is(parseProduct('Microsoft Visual Basic for Applications version 6.0')?.id, 'visual-basic-for-applications')
})

test('takes the number in the middle of a name for its version', () => {
  const { id, versions } = parseProduct('Microsoft Encarta 96 World Atlas for Windows') ?? {}
  assert.equal({ id, versions }, { id: 'encarta-world-atlas', versions: ['96'] })
})

test('is a product that the tree lacks where versions follow its name', () => {
  assert.equal(parseProduct('Borealis Mail Server for OS/2, versions 2.0, 2.10'), {
    id: 'borealis-mail-server',
    name: 'Borealis Mail Server',
    edition: 'for OS/2',
    versions: ['2.0', '2.1'],
  })
  assert.is(parseProduct('Lumen Paint for Kids for Windows, version 1.0, used with:')?.name, 'Lumen Paint for Kids')
  assert.is(parseProduct('Sites that were made with Causeway Manager'), null)
  assert.is(parseProduct('Borealis Mail Server'), null)
})

test('stays text where it is too general', () => {
  assert.is(parseProduct('Microsoft Windows'), null)
  assert.is(parseProduct('Microsoft Windows versions 95, 98'), null)
  assert.is(parseProduct('the operating system: Microsoft Windows'), null)
  assert.is(parseProduct('Microsoft Exchange'), null)
})

test('stays text where a word of it says something else', () => {
  assert.is(parseProduct('Microsoft Exchange Server Training'), null)
  assert.is(parseProduct('Windows NT 4.0 is not affected'), null)
})

test('stays text where it is empty or endless', () => {
  assert.is(parseProduct(''), null)
  assert.is(parseProduct('Microsoft'), null)
  assert.is(parseProduct(`Microsoft Windows NT ${'4.0, '.repeat(10_000)}`), null)
})

test.run()
