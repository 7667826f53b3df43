/** `kb export`: the archive's data in the forms that other programs read. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { findDataFolder, readArticleLines } from '../build/export-articles.js'
import { KbError } from '../kb-error.js'
import { type Arguments, type Command, type Io, textFlag } from './command.js'

/** Formats that are one stream of lines. */
const LINE_FORMATS: Readonly<Record<string, (data: string) => AsyncIterable<string>>> = {
  ndjson: readArticleLines,
}

export const command: Command = {
  summary: 'write the articles for other programs',
  usage: `--format ${Object.keys(LINE_FORMATS).join('|')} [--site DIR] [--out PATH]`,
  options: {
    format: { type: 'string', value: 'FORMAT', help: 'what to write' },
    site: { type: 'string', value: 'DIR', help: 'the built site; the data is beside it (default dist/site)' },
    out: { type: 'string', value: 'PATH', help: 'where to write (default: standard output)' },
  },
  async run(given: Arguments, io: Io): Promise<number> {
    const format = textFlag(given, 'format') ?? ''
    const lines = Object.hasOwn(LINE_FORMATS, format) ? LINE_FORMATS[format] : undefined
    if (lines === undefined)
      throw new KbError('usage', `Expected --format ${Object.keys(LINE_FORMATS).join(', ')}, found \`${format}\``, {
        exitCode: 2,
      })
    const data = findDataFolder(textFlag(given, 'site') ?? join('dist', 'site'))
    const out = textFlag(given, 'out')
    const stream = out === null ? io.stdout : createWriteStream(out)
    for await (const line of lines(data)) if (!stream.write(`${line}\n`)) await once(stream, 'drain')
    if (out !== null) await finished(stream.end())
    return 0
  },
}
