/**
 * `node --import tsx scripts/make-corpus.ts COUNT FOLDER [SEED]`: a made-up dump of COUNT raw articles, for measuring growth.
 *
 * Sizes, sections, lists, code and references are distributed about as FORMAT.md measures them; words come from a vocabulary
 * in which the n-th word is as frequent as 1/n. The same seed gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [count, folder, seed] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4] ?? 1)]
if (!Number.isInteger(count) || count < 1 || folder === undefined) {
  process.stderr.write('Usage: make-corpus.ts COUNT FOLDER [SEED]\n')
  process.exit(2)
}

/** mulberry32: a small generator whose numbers depend on the seed alone. */
function createRandom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = createRandom(seed)
const upTo = (limit: number) => Math.floor(random() * limit)

/** The whole Knowledge Base has 428,733 terms: most of them in one article only. */
const VOCABULARY = 200_000
const SYLLABLES = [
  'con',
  'to',
  'so',
  'ra',
  'mel',
  'ik',
  'tor',
  'ne',
  'pa',
  'lu',
  'sim',
  'ver',
  'da',
  'ron',
  'fe',
  'qui',
]
const FIRST_NUMBER = 10_022
const WRAP = 78

/** The word of a rank: short ones for frequent ranks. */
function toWord(rank: number): string {
  let word = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word
}

/** Zipf's law: the logarithm of the rank is even. */
function randomWord(): string {
  return toWord(Math.floor(VOCABULARY ** random()))
}

function words(length: number): string {
  return Array.from({ length }, randomWord).join(' ')
}

/** Median 249 words, a tenth above 635, one in a hundred above 2,113: about a log-normal of sigma 0.8. */
function randomLength(): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.max(20, Math.round(249 * Math.exp(0.8 * normal)))
}

function wrap(text: string, indent = ''): string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.length + word.length > WRAP) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()]
}

function block(length: number, number: number): string[] {
  const kind = random()
  if (kind < 0.62) return [...wrap(`${words(length)}.`), '']
  if (kind < 0.78) return [1, 2, 3].flatMap((step) => [...wrap(`${step}. ${words(Math.ceil(length / 3))}.`), ''])
  if (kind < 0.92)
    return [
      ...Array.from({ length: Math.ceil(length / 5) }, () => `   ${randomWord()} = ${randomWord()}(${upTo(99)});`),
      '',
    ]
  const cited = FIRST_NUMBER + upTo(count * 6)
  return cited === number ? [''] : [`   Q${cited} ${words(6)}`, '']
}

const SECTIONS = ['SYMPTOMS', 'CAUSE', 'RESOLUTION', 'STATUS', 'MORE INFORMATION']

function section(name: string, length: number, number: number): string[] {
  const lines = [name, '='.repeat(name.length), '']
  for (let left = length; left > 0; left -= 40) lines.push(...block(Math.min(left, 40), number))
  return lines
}

function toArticle(number: number): string {
  const product = `prod${upTo(44)}`
  const length = randomLength()
  const names = SECTIONS.filter(() => random() < 0.7)
  const sections = names.length === 0 ? ['SUMMARY'] : names
  const keywords = `kb${randomWord()} kb${randomWord()}`
  const day = `${String(1 + upTo(28)).padStart(2, '0')}-${['JAN', 'MAY', 'AUG', 'OCT'][upTo(4)]}-${1999 + upTo(4)}`
  return [
    `DOCUMENT:Q${number}  ${day}  [${product}]`,
    `TITLE   :${['PRB', 'FIX', 'BUG', 'HOWTO'][upTo(4)]}: ${words(7).slice(0, 55)}`,
    `PRODUCT :Contoso ${product}`,
    'PROD/VER:WINDOWS:4.0,5.0',
    'OPER/SYS:',
    `KEYWORDS:${keywords}`,
    '',
    '='.repeat(70),
    '-'.repeat(79),
    'The information in this article applies to:',
    '',
    ` - Contoso ${product}, version 4.0 `,
    '-'.repeat(79),
    '',
    ...sections.flatMap((name) => section(name, Math.ceil(length / sections.length), number)),
    `Additional query words: ${words(4)}`,
    '',
    '='.repeat(70),
    `Keywords          : ${keywords}`,
    'Issue type        : kbprb',
    '',
  ].join('\r\n')
}

const target = folder
for (let made = 0, number = FIRST_NUMBER; made < count; made++, number += 1 + upTo(10)) {
  const place = join(target, String(number).padStart(6, '0').slice(0, -3))
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, `Q${number}.TXT`), toArticle(number))
}
