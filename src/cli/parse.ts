/**
 * `kb parse`: articles as JSON, one a line, in id order.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../article/decode.js'
import { parseArticle } from '../article/parse.js'
import { recogniseForm } from '../article/recognise.js'
import { type Arguments, type Command, type Io, textFlag } from './command.js'

export const command: Command = {
  summary: 'Parse articles to JSON, one a line, in id order',
  usage: 'FILE_OR_DIR... [--encoding NAME]',
  options: {
    encoding: { type: 'string', value: 'NAME', help: 'Read all bytes in this encoding (cp437, utf-8, ...)' },
  },
  async run(given: Arguments, io: Io): Promise<number> {
    const articles = given.positionals.flatMap(listFiles).flatMap((name) => {
      const bytes = readFileSync(name)
      const form = recogniseForm(decode(bytes).text)
      if (form === null) {
        io.stderr.write(`kb: ${name}: no article\n`)
        return []
      }
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return [parseArticle({ form, name, bytes, sha256 }, { encoding: textFlag(given, 'encoding') })]
    })
    articles.sort((a, b) => a.number - b.number)
    for (const article of articles) io.stdout.write(`${JSON.stringify(article)}\n`)
    return 0
  },
}

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => listFiles(join(path, entry.name)))
    .sort()
}
