/** `kb pack`: a built site as one file to hand on. */
import { dirname, join } from 'node:path'
import { packZim } from '../build/pack-zim.js'
import { packZip } from '../build/pack-zip.js'
import { KbError } from '../kb-error.js'
import { type Arguments, type Command, type Io, textFlag } from './command.js'
import { createCountProgress } from './count-progress.js'

/** Each format, and what writes it. */
const FORMATS = { zip: packZip, zim: packZim } as const

export const command: Command = {
  summary: 'pack a built site into one file to unzip and read offline',
  usage: '[--site DIR] [--format zip|zim] [--out FILE]',
  options: {
    site: { type: 'string', value: 'DIR', help: 'the built site (default dist/site)' },
    format: { type: 'string', value: 'FORMAT', help: 'zip (default), or zim for Kiwix' },
    out: { type: 'string', value: 'FILE', help: 'the archive (default kb-archive.zip beside the site)' },
  },
  async run(given: Arguments, io: Io): Promise<number> {
    const site = textFlag(given, 'site') ?? join('dist', 'site')
    const format = textFlag(given, 'format') ?? 'zip'
    const out = textFlag(given, 'out') ?? join(dirname(site), `kb-archive.${format}`)
    if (format !== 'zip' && format !== 'zim')
      throw new KbError('usage', `Expected the format zip or zim, found \`${format}\``, { exitCode: 2 })
    const progress = createCountProgress(io, `pack ${format}`, 'files')
    const archive = await FORMATS[format]({ site, out, report: progress.report })
    progress.finish()
    io.stdout.write(`${out}: ${archive.files} files, ${(archive.bytes / 1e6).toFixed(1)} MB\n`)
    return 0
  },
}
