/** `kb show`: prints an article, wrapped to the width of the terminal. */
import { join } from 'node:path'
import type { Article } from '../article/article.js'
import { toPlainText } from '../article/plain-text.js'
import { KbError } from '../kb-error.js'
import { toProductName } from '../render/words/product-name.js'
import { parseArticleNumber } from '../search/query/jump.js'
import { readArticle } from '../site/read-article.js'
import { findDataFolder, listBucketFiles } from '../site/read-articles.js'
import { type Arguments, type Command, type Io, textFlag } from './command.js'
import { type Colours, coloursOf, columnsOf, toTerminalText } from './terminal/terminal-text.js'

export const command: Command = {
  usage: 'ID [--site DIR]',
  options: {
    site: { type: 'string', value: 'DIR', help: 'the built site; the data is beside it (default dist/site)' },
  },
  maxPositionals: Number.POSITIVE_INFINITY,
  async run(given: Arguments, io: Io): Promise<number> {
    const number = readNumber(given.positionals)
    const data = findDataFolder(textFlag(given, 'site') ?? join('dist', 'site'))
    const article = await findArticle(data, number)
    io.stdout.write(toTerminalPage(article, coloursOf(io), columnsOf(io)))
    return 0
  },
}

/** `Q1`, `214864`: any article id. (The search treats short numbers as words.) */
const ID = /^q?([1-9]\d{0,6})$/i

function readNumber(positionals: readonly string[]): number {
  const given = positionals.join(' ').trim()
  const id = ID.exec(given)?.[1]
  if (id !== undefined) return Number(id)
  const named = positionals.length === 1 ? parseArticleNumber(given) : null
  if (named !== null) return named.number
  throw new KbError('usage', `Expected the id of an article, found \`${given}\``, {
    hint: 'Give one id, such as Q214864 or 214864.',
    exitCode: 2,
  })
}

async function findArticle(data: string, number: number): Promise<Article> {
  listBucketFiles(data)
  const article = await readArticle(data, number)
  if (article !== null) return article
  throw new KbError('article-missing', `Cannot find the article \`Q${number}\` in this archive`, {
    where: data,
    hint: `Search for its number with \`kb search ${number}\`: that names its nearest neighbours.`,
  })
}

/** Formats an article as text: title, facts, sections with headings, applies-to list, keywords. */
function toTerminalPage(article: Article, colours: Colours, columns: number): string {
  const { id, title, product, modifiedText, keywords } = article
  const facts = [id, toProductName(product), modifiedText].filter((fact) => fact !== '').join(' | ')
  const sections = article.sections.map((section) => {
    const text = toTerminalText(toPlainText(section, columns))
    if (section.heading === null) return text
    const [heading = '', ...rest] = text.split('\n')
    return [colours.strong(heading), ...rest].join('\n')
  })
  const products = (article.appliesTo ?? []).map(({ text }) => `  ${text}`).join('\n')
  const tail = [
    products === '' ? '' : `${colours.strong('APPLIES TO')}\n\n${toTerminalText(products)}`,
    keywords.length === 0 ? '' : toTerminalText(`Keywords: ${keywords.join(' ')}`),
  ]
  const head = `${colours.strong(toTerminalText(title))}\n${colours.faint(toTerminalText(facts))}`
  return `${[head, ...sections, ...tail].filter((part) => part !== '').join('\n\n')}\n`
}
