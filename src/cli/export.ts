/** `kb export`: writes the articles of an archive in formats of other programs. */
import { join } from 'node:path'
import { writeOwnedFile } from '../disk/owned-file.js'
import { FileSink } from '../disk/write-file.js'
import { EXPORT_FORMATS } from '../export/formats.js'
import { KbError } from '../kb-error.js'
import { findDataFolder } from '../site/read-articles.js'
import { type Arguments, type Command, type Io, textFlag } from './command.js'
import { writeLines } from './terminal/output.js'

const formatNames = Object.keys(EXPORT_FORMATS)

export const command: Command = {
  usage: `--format ${formatNames.join('|')} [--site DIR] [--out PATH]`,
  options: {
    format: { type: 'string', value: 'FORMAT', help: `what to write: ${formatNames.join(', ')}` },
    site: { type: 'string', value: 'DIR', help: 'the built site; the data is beside it (default dist/site)' },
    out: { type: 'string', value: 'PATH', help: 'where to (default: dist/FORMAT, standard output for lines)' },
  },
  async run(given: Arguments, io: Io): Promise<number> {
    const format = readFormat(textFlag(given, 'format'))
    const data = findDataFolder(textFlag(given, 'site') ?? join('dist', 'site'))
    const out = textFlag(given, 'out')
    if (format.type === 'files') {
      const place = out ?? format.defaultOut
      const count = await format.write(data, place)
      io.stdout.write(`${place}: ${count} articles\n`)
    } else if (out === null) await writeLines(format.lines(data), io.stdout)
    else await writeLinesFile(format.lines(data), out)
    return 0
  },
}

function readFormat(name: string | null) {
  const format = name !== null && Object.hasOwn(EXPORT_FORMATS, name) ? EXPORT_FORMATS[name] : undefined
  if (format !== undefined) return format
  const found = name === null ? 'none' : `\`${name}\``
  throw new KbError('usage', `Expected --format ${formatNames.join(', ')}, found ${found}`, { exitCode: 2 })
}

const bufferBytes = 1_000_000

/** Writes a file of JSON lines. Overwrites a file only if it begins with a brace. */
function writeLinesFile(lines: AsyncIterable<string>, out: string): Promise<void> {
  const isOwn = ({ head }: { readonly head: Buffer }) => head.toString('latin1', 0, 1) === '{'
  return writeOwnedFile({ out, kind: 'a file of JSON lines', isOwn }, async (partial) => {
    const file = new FileSink(partial, bufferBytes)
    try {
      for await (const line of lines) file.write(Buffer.from(`${line}\n`))
    } finally {
      file.close()
    }
  })
}
