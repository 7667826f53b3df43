/** `kb parse`: prints articles as JSON, one per line, ascending by number. */
import type { RawArticle } from '../article/article.js'
import { parseArticle } from '../article/parse.js'
import { isEncoding } from '../article/text/decode.js'
import type { Limits } from '../dump/limits.js'
import { readDump } from '../dump/read-dump.js'
import { SKIP_REASONS, type Skipped } from '../dump/skipped.js'
import { describeSought } from '../dump/sought.js'
import { findSources } from '../dump/sources.js'
import { KbError } from '../kb-error.js'
import { type Arguments, type Command, type Io, textFlag } from './command.js'
import { LIMIT_OPTIONS, readLimits } from './limit-flags.js'
import { writeLines } from './terminal/output.js'
import { toTerminalJson, toTerminalLine } from './terminal/terminal-text.js'

export const command: Command = {
  usage: 'FILE_OR_DIR... [--encoding NAME] [--max-article-mb N] [--max-file-mb N]',
  options: {
    encoding: { type: 'string', value: 'NAME', help: 'read all bytes in this encoding (cp437, utf-8, ...)' },
    ...LIMIT_OPTIONS,
  },
  maxPositionals: Number.POSITIVE_INFINITY,
  async run(given: Arguments, io: Io): Promise<number> {
    const encoding = readEncoding(textFlag(given, 'encoding'))
    const articles = await readArticles(given.positionals, readLimits(given), ({ name, reason }) =>
      io.stderr.write(`kb: ${toTerminalLine(name)}: ${SKIP_REASONS[reason]}\n`),
    )
    await writeLines(printed(articles, encoding), io.stdout)
    return 0
  },
}

function* printed(articles: readonly RawArticle[], encoding: string | null): Generator<string> {
  for (const article of articles) yield toTerminalJson(parseArticle(article, { encoding }))
}

function readEncoding(name: string | null): string | null {
  if (name === null || isEncoding(name)) return name
  throw new KbError('usage', `--encoding: Expected an encoding such as cp437 or utf-8, found \`${name}\``, {
    exitCode: 2,
  })
}

/**
 * Reads the articles of the sources, ascending by number. Articles with the same number keep the order of their files.
 */
async function readArticles(
  names: readonly string[],
  limits: Limits,
  onSkipped: (skipped: Skipped) => void,
): Promise<readonly RawArticle[]> {
  if (names.length === 0)
    throw new KbError('usage', 'Expected files or folders of articles, found none', {
      hint: `Usage: kb parse ${command.usage}`,
      exitCode: 2,
    })
  const articles: (RawArticle & { readonly number: number })[] = []
  for await (const article of readDump(findSources(names), limits, onSkipped))
    articles.push({ ...article, bytes: Uint8Array.from(article.bytes) })
  if (articles.length === 0)
    throw new KbError('no-articles', 'Expected articles, found none', {
      where: names.join(', '),
      hint: describeSought(),
    })
  return articles.sort((a, b) => a.number - b.number)
}
