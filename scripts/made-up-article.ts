/**
 * Makes the text of a made-up raw article.
 *
 * Words, products and titles are invented. The frequencies are those of the real corpus (FORMAT.md), so that a build
 * takes as long: lengths, repeated terms, products, keywords and technologies, citations, lists, code, tables.
 */
import { STANDARD_NOTICE } from '../src/article/frame/legal.js'
import { type Random, toWord } from './made-up-words.js'

/** The input of a made-up article, besides random values. */
export interface Surroundings {
  readonly number: number
  /** The number of a random article of the dump, to cite. */
  anyNumber(): number
}

/**
 * The number of different words. Real bodies have 430,000, in 20 million words; those with digits are made separately.
 */
const VOCABULARY = 300_000
const LINE_WIDTH = 80
type Weighted<Value> = readonly (readonly [Value, number])[]

/** The number of articles of the 40 largest products. */
const PRODUCTS: Weighted<number> = [
  ...[9161, 6400, 5450, 3880, 2884, 2820, 2811, 2319, 2245, 2182, 1927, 1792, 1689, 1666, 987, 976, 930, 590, 589, 537],
  ...[503, 495, 479, 417, 379, 358, 353, 334, 314, 295, 289, 223, 187, 112, 105, 75, 74, 61, 33, 23],
].map((articles, index) => [index, articles])
const YEARS: Weighted<number> = [
  [1999, 15_879],
  [2000, 9629],
  [2001, 21_410],
  [2002, 10_063],
]
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const PREFIXES: Weighted<string> = [
  ['', 45],
  ['PRB: ', 6],
  ['FIX: ', 5],
  ['BUG: ', 4],
  ['HOWTO: ', 4],
  ['INFO: ', 2],
  ['Err Msg: ', 2],
  ...Array.from({ length: 40 }, (_, index) => [`${toWord(index).toUpperCase()}: `, 8 / (index + 1)] as const),
]
const ISSUES: Weighted<string> = [
  ['', 23],
  ['kbbug', 13],
  ['kbprb', 11],
  ['kbinfo', 6],
  ['kbhowto', 4],
]
const SEQUENCES: Weighted<string> = [
  ['SUMMARY|MORE INFORMATION', 13_722],
  ['SYMPTOMS|CAUSE|RESOLUTION', 4350],
  ['SYMPTOMS|CAUSE|RESOLUTION|STATUS', 3891],
  ['SYMPTOMS|CAUSE|RESOLUTION|MORE INFORMATION', 3730],
  ['SUMMARY', 2898],
  ['SYMPTOMS|CAUSE|RESOLUTION|STATUS|MORE INFORMATION', 2856],
  ['SUMMARY|MORE INFORMATION|REFERENCES', 2517],
  ['SYMPTOMS|RESOLUTION|STATUS|MORE INFORMATION', 1822],
  ['SYMPTOMS|CAUSE|STATUS', 1540],
  ['SYMPTOMS|STATUS', 1535],
]
/** Percentages of articles by number of keywords (from 0), and by number of products (from 1). */
const KEYWORD_COUNTS: Weighted<number> = [38, 20, 14, 9, 7, 5, 3, 2, 1, 1].map((share, count) => [count, share])
const PRODUCT_COUNTS: Weighted<number> = [61, 20, 9, 4, 2, 1, 1, 1, 0.5, 0.5].map((share, at) => [at + 1, share])
/** Percentages of citing articles by number of citations (from 1). */
const CITED_COUNTS: Weighted<number> = [58, 21, 9, 5, 3, 1, 1, 1, 0.5, 0.5].map((share, at) => [at + 1, share])
/** The share of articles that cite others, and the share of citations whose article is in the dump. */
const CITING = 0.24
const CITED_WITHIN = 0.76

/** Makes the text of a raw article, with CR LF as line ends. */
export function toArticleText(random: Random, surroundings: Surroundings): string {
  const product = random.pick(PRODUCTS)
  const name = `Contoso ${capital(toWord(product))}`
  const year = random.pick(YEARS)
  const day = `${String(1 + random.below(28)).padStart(2, '0')}-${MONTHS[random.below(12)]}-${year}`
  const keywords = some(random.pick(KEYWORD_COUNTS), () => `kb${random.word(1370)}`)
  const technologies = some(1 + random.below(10), () => `kb${random.word(2295)}Search`)
  const version = `${random.below(9)}.${random.below(9)}`
  const issue = random.pick(ISSUES)
  const sections = random.pick(SEQUENCES).split('|')
  const length = randomLength(random)
  return [
    `DOCUMENT:Q${surroundings.number}  ${day}  [${toWord(product)}]`,
    `TITLE   :${`${random.pick(PREFIXES)}${capital(words(random, 3 + random.below(4)))}`.slice(0, 64).trimEnd()}`,
    `PRODUCT :${name}`,
    `PROD/VER:WINDOWS:${version}`,
    'OPER/SYS:',
    `KEYWORDS:${keywords}`,
    '',
    '='.repeat(70),
    '-'.repeat(79),
    'The information in this article applies to:',
    '',
    ...Array.from({ length: random.pick(PRODUCT_COUNTS) }, (_, at) => ` - ${name}, version ${version}.${at} `),
    '-'.repeat(79),
    '',
    ...sections.flatMap((heading) => section(random, heading, length / sections.length)),
    ...(random.is(CITING) ? references(random, surroundings) : []),
    `Additional query words: ${random.is(0.76) ? words(random, 1 + random.below(6)) : ''}`,
    '',
    '='.repeat(70),
    `Keywords          : ${keywords}`,
    `Technology        : ${technologies}`,
    `Version           : WINDOWS:${version}`,
    ...(issue === '' ? [] : [`Issue type        : ${issue}`]),
    '',
    '='.repeat(77),
    '',
    ...wrap(STANDARD_NOTICE),
    '',
    `Copyright Microsoft Corporation ${year}.`,
  ].join('\r\n')
}

/** The number of words of a body. It is about log-normal: the median is 249, a tenth have more than 635. */
function randomLength(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return Math.min(25_000, Math.max(20, Math.round(249 * Math.exp(0.8 * normal))))
}

function section(random: Random, heading: string, length: number): string[] {
  const lines = [heading, '='.repeat(heading.length), '']
  for (let left = length; left > 0; left -= 45) lines.push(...block(random, Math.ceil(Math.min(left, 45))))
  return lines
}

/** Makes a block of about `length` words. */
function block(random: Random, length: number): string[] {
  const write = random.pick(BLOCKS)
  return [...write(random, length), '']
}

/** Kinds of blocks, with their frequencies in the real corpus. */
const BLOCKS: Weighted<(random: Random, length: number) => readonly string[]> = [
  [(random, length) => wrap(`${capital(words(random, length))}.`), 630],
  [steps, 50],
  [(random, length) => wrap(`${capital(words(random, length))}.`, '   '), 44],
  [(random, length) => wrap(`NOTE: ${capital(words(random, length))}.`), 23],
  [code, 47],
  [table, 5],
  [(random) => underlined(capital(words(random, 3))), 38],
]

function steps(random: Random, length: number): string[] {
  const count = 4
  return Array.from({ length: count }, (_, index) =>
    wrap(`${index + 1}. ${capital(words(random, Math.ceil(length / count)))}.`, '   ', ''),
  ).flatMap((lines, index) => (index === count - 1 ? lines : [...lines, '']))
}

function code(random: Random, length: number): string[] {
  return Array.from(
    { length: Math.ceil(length / 4) },
    () => `      ${random.word(VOCABULARY)} = ${random.word(VOCABULARY)}(${random.below(99)});`,
  )
}

function table(random: Random, length: number): string[] {
  const row = () =>
    [10, 10, 10]
      .map((width) => random.word(400).padEnd(width + 4))
      .join('')
      .trimEnd()
  return [`   ${row()}`, `   ${'-'.repeat(38)}`, ...Array.from({ length: Math.ceil(length / 5) }, () => `   ${row()}`)]
}

function underlined(title: string): string[] {
  return [title, '-'.repeat(title.length)]
}

function references(random: Random, { anyNumber }: Surroundings): string[] {
  const cited = Array.from({ length: random.pick(CITED_COUNTS) }, () =>
    random.is(CITED_WITHIN) ? anyNumber() : 1_000_000 - 1 - random.below(9999),
  )
  const introduction = 'For additional information, please see the following articles in the Contoso Library:'
  return [...wrap(introduction), '', ...cited.flatMap((number) => [`   Q${number} ${capital(words(random, 6))}`, ''])]
}

/** Random words. One in sixty is a number, a file or an address; most of these occur in one article only. */
function words(random: Random, length: number): string {
  return Array.from({ length }, () => (random.is(1 / 60) ? special(random) : random.word(VOCABULARY))).join(' ')
}

function special(random: Random): string {
  const kind = random.below(3)
  if (kind === 0) return `0x${random.below(0xffffffff).toString(16).padStart(8, '0')}`
  return kind === 1 ? String(random.below(100_000)) : `${random.word(20_000)}${random.below(99)}.dll`
}

/** Draws up to `count` different values, separated by spaces. */
function some(count: number, make: () => string): string {
  return [...new Set(Array.from({ length: count }, make))].join(' ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function wrap(text: string, indent = '', first = indent): string[] {
  const lines: string[] = []
  let line = first
  for (const word of text.split(' ')) {
    if (line.length + word.length > LINE_WIDTH) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()]
}
