/** Dumps of a few invented articles, written where a test wants them, and folders compared byte for byte. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface SmallArticle {
  readonly number: number
  readonly title?: string
  readonly date?: string
  /** Paragraphs of the only section. */
  readonly text?: string
  readonly cites?: readonly number[]
}

const RULE = '='.repeat(70)

/** A raw article. */
export function toRawText(article: SmallArticle): string {
  const { number, title = `The printer of Contoso hums at ${number}`, date = '11-JUN-2001', cites = [] } = article
  const { text = `Article ${number} says that the spooler waits for paper.` } = article
  return [
    `DOCUMENT:Q${number}  ${date}  [contprn]`,
    `TITLE   :${title}`,
    'PRODUCT :Contoso Printing',
    'PROD/VER:WINDOWS:4.0',
    'OPER/SYS:',
    'KEYWORDS:kbContosoPrint',
    '',
    RULE,
    'SYMPTOMS',
    '========',
    '',
    text,
    '',
    ...cites.map((cited) => `   Q${cited} Another article of Contoso`),
    '',
    'Additional query words: spooler hum',
    '',
    RULE,
    'Keywords          : kbContosoPrint',
    'Issue type        : kbprb',
    '',
  ].join('\r\n')
}

/** The Markdown page of an article. */
export function toPageText({ number, text = 'The page says so.' }: SmallArticle): string {
  const fields = [`Article: Q${number}`, 'Product(s): Contoso Printing', 'Version(s): 4.0', 'Operating System(s): ']
  const lines = [...fields, 'Keyword(s): kbContosoPrint', 'Last Modified: 11-JUN-2001', '', text]
  const front = ['---', 'layout: page', `title: "Q${number}: Humming"`, `permalink: /kb/x/Q${number}/`, '---', '']
  return [
    ...front,
    `## Q${number}: Humming`,
    '',
    '{% raw %}',
    '',
    ...lines.map((line) => `\t${line}`),
    '',
    '{% endraw %}',
    '',
  ].join('\n')
}

/** Eight articles in three buckets that cite each other and one that is missing. */
export const SMALL_DUMP: Readonly<Record<string, string>> = Object.fromEntries(
  [100_101, 100_102, 100_900, 101_001, 101_002, 101_003, 214_864, 214_865].map((number, index, numbers) => {
    const cites = [numbers[(index + 1) % numbers.length] ?? 0, 299_999]
    return [`${String(number).slice(0, 3)}/Q${number}.TXT`, toRawText({ number, cites })]
  }),
)

const scratchFolders: string[] = []
process.on('exit', () => {
  for (const folder of scratchFolders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder of this process, removed when it ends. */
export function makeScratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kb-build-'))
  scratchFolders.push(folder)
  return folder
}

export function writeDump(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** Every file below `folder` with its content, one character a byte. */
export function readTree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, 'latin1')]))
}

/** Names of files that differ between two trees: what a failing test should say. */
export function compareTrees(a: string, b: string): string[] {
  const [left, right] = [readTree(a), readTree(b)]
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].filter((name) => left[name] !== right[name]).sort()
}
