/** `kb pack`: packs a built site into one file. */
import { dirname, join } from 'node:path'
import { KbError } from '../kb-error.js'
import { packCompact } from '../pack/pack-compact.js'
import { packZim } from '../pack/pack-zim.js'
import { packZip } from '../pack/pack-zip.js'
import { type Arguments, type Command, hasFlag, type Io, textFlag } from './command.js'
import { createCountProgress } from './terminal/count-progress.js'

/** The function that writes each edition. */
const EDITIONS = { zip: packZip, compact: packCompact, zim: packZim } as const

export const command: Command = {
  usage: '[--site DIR] [--compact | --format zip|zim] [--out FILE]',
  options: {
    site: { type: 'string', value: 'DIR', help: 'the built site (default dist/site)' },
    compact: { type: 'boolean', help: 'a ZIP of a few hundred files that needs JavaScript' },
    format: { type: 'string', value: 'FORMAT', help: 'zip (default), or zim for Kiwix' },
    out: {
      type: 'string',
      value: 'FILE',
      help: 'the archive (default kb-archive.zip, kb-archive-compact.zip or kb-archive.zim beside the site)',
    },
  },
  async run(given: Arguments, io: Io): Promise<number> {
    const site = textFlag(given, 'site') ?? join('dist', 'site')
    const edition = readEdition(textFlag(given, 'format') ?? 'zip', hasFlag(given, 'compact'))
    const out = textFlag(given, 'out') ?? join(dirname(site), FILES[edition])
    const progress = createCountProgress(io, `pack ${edition}`, 'files')
    const archive = await EDITIONS[edition]({ site, out, report: progress.report })
    progress.finish()
    io.stdout.write(`${out}: ${archive.files} files, ${(archive.bytes / 1e6).toFixed(1)} MB\n`)
    return 0
  },
}

const FILES: Readonly<Record<keyof typeof EDITIONS, string>> = {
  zip: 'kb-archive.zip',
  compact: 'kb-archive-compact.zip',
  zim: 'kb-archive.zim',
}

function readEdition(format: string, compact: boolean): keyof typeof EDITIONS {
  if (format !== 'zip' && format !== 'zim')
    throw new KbError('usage', `Expected the format zip or zim, found \`${format}\``, { exitCode: 2 })
  if (!compact) return format
  if (format === 'zip') return 'compact'
  throw new KbError('usage', 'Expected --compact without --format zim: a ZIM is one file already', { exitCode: 2 })
}
