/** `kb build`: dumps -> a site and its data. */
import { availableParallelism } from 'node:os'
import type { BuildOptions } from '../build/build-options.js'
import { buildSite } from '../build/build-site.js'
import { DEFAULT_LIMITS } from '../dump/limits.js'
import { KbError } from '../kb-error.js'
import { createProgress } from './build-progress.js'
import { type Arguments, type Command, hasFlag, type Io, textFlag } from './command.js'

export const command: Command = {
  summary: 'build the site and the data from dumps of articles',
  usage: '[SOURCE...] [--out DIR] [--site-url URL] [--title TEXT] [--jobs N] [--strict] [--quiet] ...',
  options: {
    out: { type: 'string', value: 'DIR', help: 'the folder that gets site/ and data/ (default dist)' },
    'site-url': { type: 'string', value: 'URL', help: "the site's address, for canonical links, sitemap and feed" },
    title: { type: 'string', value: 'TEXT', help: "the archive's name" },
    jobs: { type: 'string', value: 'N', help: 'worker threads (default: one a core; 0: none)' },
    'publish-data': { type: 'boolean', help: 'put the data into the site as well' },
    'no-originals': { type: 'boolean', help: 'leave the original texts out of the pages' },
    'no-cache': { type: 'boolean', help: 'neither use nor keep what earlier builds have made' },
    encoding: { type: 'string', value: 'NAME', help: 'read all texts as this encoding (default: by their bytes)' },
    quiet: { type: 'boolean', help: 'print nothing but errors' },
  },
  async run(given: Arguments, io: Io): Promise<number> {
    const progress = createProgress(io, hasFlag(given, 'quiet'))
    try {
      const summary = await buildSite(readOptions(given), progress.report)
      progress.finish(summary)
      return 0
    } finally {
      progress.stop()
    }
  },
}

function readOptions(given: Arguments): BuildOptions {
  return {
    sources: given.positionals.length > 0 ? given.positionals : ['kb'],
    out: textFlag(given, 'out') ?? 'dist',
    title: textFlag(given, 'title') ?? 'Knowledge Base archive',
    siteUrl: readUrl(textFlag(given, 'site-url')),
    jobs: readCount('jobs', textFlag(given, 'jobs'), availableParallelism()),
    publishData: hasFlag(given, 'publish-data'),
    originals: !hasFlag(given, 'no-originals'),
    cache: !hasFlag(given, 'no-cache'),
    encoding: textFlag(given, 'encoding'),
    limits: DEFAULT_LIMITS,
  }
}

function readUrl(text: string | null): string | null {
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new KbError('usage', `Expected an address such as https://example.org/kb/, found \`${text}\``, {
      where: '--site-url',
      exitCode: 2,
    })
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

function readCount(flag: string, text: string | null, usual: number): number {
  if (text === null) return usual
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new KbError('usage', `Expected a number, found \`${text}\``, { where: `--${flag}`, exitCode: 2 })
}
