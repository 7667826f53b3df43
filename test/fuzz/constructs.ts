/**
 * Articles by a grammar: tables, rules, signs, headings and repeated labels, put together as no author would.
 *
 *     article    header  construct*  [end]
 *     header     labelled lines of the form, some twice, some with a line between
 *     construct  table | signs | heading | list | frame label | prose
 *     table      [rule]  titles  rule  (row | rule | signs | blank)*
 */
import type { Random } from './random.js'

const WORDS = [
  'alpha',
  'beta',
  'gamma.dll',
  '12',
  '1,024',
  '-',
  '--',
  '...',
  '*',
  'a/b',
  'C:\\x',
  '_',
  '+',
  '|',
  'n/a',
  '#',
  '~',
]
const SIGNS = ['-', '=', '_', '*', '~', '#', '.', '+', '|', '- ', '= ', ', ', '. ', '-=', '+-', '|-', '\u00b7']
const LABELS = ['DOCUMENT', 'TITLE   ', 'PRODUCT ', 'PROD/VER', 'OPER/SYS', 'KEYWORDS', 'AUTHOR  ', 'X-Y']
const PAGE_LABELS = ['Product(s)', 'Version(s)', 'Operating System(s)', 'Keyword(s)', 'Last Modified']
const FRAME_LABELS = [
  'The information in this article applies to:',
  'Additional query words:',
  'Additional reference words:',
  'KBCategory:',
  'Keywords          :',
  'Technology        :',
  'Version           :',
  'Issue type        :',
  'THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS PROVIDED "AS IS"',
  'Copyright Contoso 1999.',
]

/** The text of an article of the raw, the Markdown or the CD form, its lines ended as `end` says. */
export function makeArticle(random: Random, number: number): string {
  const body = random.list(8, () => makeConstruct(random)).flat()
  const lines = random.chance(0.5) ? rawArticle(random, number, body) : pageArticle(random, number, body)
  return lines.join(random.chance(0.8) ? '\r\n' : '\n')
}

function rawArticle(random: Random, number: number, body: readonly string[]): string[] {
  const labels = [...LABELS.slice(1, 6), ...random.list(3, () => random.pick(LABELS))]
  const fields = labels.flatMap((label) => [
    `${label}:${phrase(random)}`,
    ...(random.chance(0.1) ? [phrase(random)] : []),
  ])
  const rule = random.chance(0.9) ? ['', '='.repeat(70), ''] : []
  return [`DOCUMENT:Q${number}  01-JAN-1999  [test]`, ...fields, ...rule, ...body]
}

function pageArticle(random: Random, number: number, body: readonly string[]): string[] {
  const isCd = random.chance(0.5)
  const labels = [...PAGE_LABELS, ...random.list(2, () => random.pick(PAGE_LABELS))]
  const value = (label: string) => (isCd && label === 'Product(s)' ? 'See article' : phrase(random))
  return [
    ...[
      '---',
      `title: "Q${number}: ${phrase(random)}"`,
      '---',
      '',
      `## Q${number}: ${phrase(random)}`,
      '',
      '{% raw %}',
    ],
    ...[`Article: Q${number}`, ...labels.map((label) => `${label}: ${value(label)}`), '', ...body].map(
      (line) => `\t${line}`,
    ),
    ...['', '{% endraw %}'],
  ]
}

function makeConstruct(random: Random): string[] {
  const indent = ' '.repeat(random.pick([0, 0, 1, 3, 5]))
  const make = random.pick([makeTable, makeSigns, makeHeading, makeList, makeFrame, makeProse])
  const lines = make(random).map((line) => (line === '' ? '' : indent + line))
  return random.chance(0.8) ? [...lines, ''] : lines
}

function makeTable(random: Random): string[] {
  const widths = Array.from({ length: 2 + random.below(3) }, () => 4 + random.below(9))
  const row = () =>
    widths
      .map((width) => phrase(random, 2).slice(0, width).padEnd(width))
      .join('  ')
      .trimEnd()
  const rule = () =>
    random.chance(0.5)
      ? widths.map((width) => '-'.repeat(width)).join('  ')
      : random.pick(['-', '=', '_']).repeat(widths.reduce((sum, width) => sum + width + 2, 0))
  const bars = random.chance(0.2) ? (line: string) => `| ${line} |` : (line: string) => line
  const between = () => random.pick([row, row, row, rule, () => signs(random), () => ''])()
  return [...(random.chance(0.2) ? [rule()] : []), row(), rule(), ...random.list(8, between)].map(bars)
}

function makeSigns(random: Random): string[] {
  return random.list(4, () => (random.chance(0.3) ? `${signs(random)} ${phrase(random, 2)}` : signs(random)))
}

function makeHeading(random: Random): string[] {
  const text = random.chance(0.4)
    ? signs(random)
    : random.pick(['SUMMARY', 'CAUSE', 'MORE INFORMATION', phrase(random)])
  const under = random.pick(['=', '-', '~', '*']).repeat(Math.max(1, text.length + random.below(3) - 1))
  return random.chance(0.2) ? [under, text, under] : [text, under]
}

function makeList(random: Random): string[] {
  const marker = () => random.pick([' - ', '- ', '* ', `${1 + random.below(12)}. `, 'a) ', ' o '])
  return random.list(5, () => `${marker()}${random.chance(0.2) ? signs(random) : phrase(random)}`)
}

function makeFrame(random: Random): string[] {
  const rule = random.chance(0.4) ? ['-'.repeat(79)] : []
  return [...rule, `${random.pick(FRAME_LABELS)} ${phrase(random)}`, ` - ${phrase(random)}`, ...rule]
}

function makeProse(random: Random): string[] {
  return random.list(3, () => `${phrase(random, 9)}${random.pick(['', '.', ':', '-'])}`)
}

function signs(random: Random): string {
  return (
    random
      .pick(SIGNS)
      .repeat(1 + random.below(24))
      .trimEnd() || '-'
  )
}

function phrase(random: Random, most = 4): string {
  return Array.from({ length: 1 + random.below(most) }, () => random.pick(WORDS)).join(random.chance(0.1) ? '   ' : ' ')
}
