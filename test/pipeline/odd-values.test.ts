/** Values of every field that one browses by, each odd in its own way: the site is whole, and no link of it leads nowhere. */
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { askKb } from '../support/run-kb.js'
import { makeScratch, readTree, writeDump } from '../support/small-dump.js'

const test = suite('odd values')

const VALUES = [
  ...['index.html', 'INDEX.HTML', 'Index.html', 'index', '', ' ', '.', '..', '2', '02', '-', '--', 'con', 'NUL.txt'],
  ...[
    '__proto__',
    'constructor',
    'a/b',
    'a~b',
    'a b',
    'a_b',
    '%69ndex.html',
    'index.html#x',
    '?',
    '*',
    '\u00a0',
    'ﬁ',
    'fi',
  ],
  ...['x'.repeat(300), `${'x'.repeat(300)}y`, 'site.json', '404.html', 'search', 'originals-1', 'İ', 'ß', 'ẞ'],
] as const

/** An article that has the value in each field; two have the same, so that there is a list of it. */
function toText(number: number, value: string): string {
  return [
    `DOCUMENT:Q${number}  11-JUN-2001  [${value}]`,
    `TITLE   :${value === '' ? '' : `${value.toUpperCase()}: `}The press hums ${number}`,
    'PRODUCT :Contoso Press',
    `PROD/VER:${value}:1.0`,
    `OPER/SYS:${value}`,
    `KEYWORDS:${value}`,
    '',
    '='.repeat(70),
    'SYMPTOMS',
    '========',
    '',
    'The press hums.',
    '',
    '='.repeat(70),
    `Keywords          : ${value}`,
    `Issue type        : ${value}`,
    `Technology        : ${value}`,
    '',
  ].join('\r\n')
}

test('a site is whole whatever products, types, keywords, technologies and systems are called', () => {
  const folder = makeScratch()
  const texts = VALUES.flatMap((value, at) =>
    [100_000 + 2 * at, 100_001 + 2 * at].map((number) => [`${number}.txt`, toText(number, value)] as const),
  )
  writeDump(join(folder, 'dump'), Object.fromEntries(texts))
  const built = askKb(['build', join(folder, 'dump'), '--out', join(folder, 'out'), '--quiet'])
  assert.is(built.status, 0, built.stderr)
  const checked = askKb(['check', join(folder, 'out', 'site')])
  assert.is(checked.status, 0, checked.stdout)
})

test('an article with empty brackets for its product is listed under its name', () => {
  const folder = makeScratch()
  writeDump(join(folder, 'dump'), { 'a.txt': toText(100_000, '') })
  const built = askKb(['build', join(folder, 'dump'), '--out', join(folder, 'out'), '--quiet'])
  assert.is(built.status, 0, built.stderr)
  const site = readTree(join(folder, 'out', 'site'))
  assert.match(site['filed/index.html'] ?? '', /href=\S*contoso_press\/index\.html>Contoso Press</)
  assert.match(site['filed/contoso_press/index.html'] ?? '', 'Q100000')
})

test.run()
