/** `kb build`: dumps -> a site and its data. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { isEncoding } from '../article/text/decode.js'
import { readEnds, statOrNull } from '../disk/file-kind.js'
import { replaceFile } from '../disk/write-file.js'
import { KbError } from '../kb-error.js'
import { buildSite } from '../pipeline/build-site.js'
import type { BuildSummary } from '../pipeline/build-summary.js'
import { type BuildSettings, DEFAULT_TITLE } from '../pipeline/run/build-options.js'
import { PROBLEMS_FILE, refuseNewProblems } from '../pipeline/strict.js'
import { type Arguments, type Command, hasFlag, type Io, textFlag } from './command.js'
import { LIMIT_OPTIONS, readCount, readLimits } from './limit-flags.js'
import { createProgress } from './terminal/build-progress.js'

export const command: Command = {
  usage:
    '[SOURCE...] [--out DIR] [--site-url URL] [--title TEXT] [--jobs N] [--publish-data] [--no-originals] [--pwa] [--no-cache] [--strict] [--quiet]',
  options: {
    out: { type: 'string', value: 'DIR', help: 'the folder that gets site/ and data/ (default dist)' },
    'site-url': { type: 'string', value: 'URL', help: "the site's address, for canonical links, sitemap and feed" },
    title: { type: 'string', value: 'TEXT', help: "the archive's name" },
    jobs: { type: 'string', value: 'N', help: 'worker threads (default: one a core; 0: none)' },
    'publish-data': { type: 'boolean', help: 'put the data into the site as well' },
    pwa: { type: 'boolean', help: 'a service worker keeps visited pages for reading offline' },
    'no-originals': { type: 'boolean', help: 'leave the original texts out of the pages' },
    'no-cache': { type: 'boolean', help: 'neither use nor keep what earlier builds have made' },
    encoding: { type: 'string', value: 'NAME', help: 'read all texts as this encoding (default: by their bytes)' },
    ...LIMIT_OPTIONS,
    strict: {
      type: 'boolean',
      help: `fail where problems exceed those in ${PROBLEMS_FILE} (a copy of data/problems.json)`,
    },
    profile: { type: 'string', value: 'FILE', help: 'write the times of the steps as JSON' },
    quiet: { type: 'boolean', help: 'print nothing but errors' },
  },
  maxPositionals: Number.POSITIVE_INFINITY,
  async run(given: Arguments, io: Io): Promise<number> {
    const options = readOptions(given)
    const profile = textFlag(given, 'profile')
    if (profile !== null) refuseForeignProfile(profile)
    const progress = createProgress(io, hasFlag(given, 'quiet'))
    try {
      const summary = await buildSite(options, progress.report)
      progress.finish(summary, options.out)
      if (profile !== null) replaceFile(profile, toProfile(summary))
    } finally {
      progress.stop()
    }
    if (hasFlag(given, 'strict'))
      refuseNewProblems(JSON.parse(readFileSync(join(options.out, 'data', 'problems.json'), 'utf8')), PROBLEMS_FILE)
    return 0
  },
}

/** Refuses, before the build begins, to put the profile over anything but a profile. */
function refuseForeignProfile(file: string): void {
  const found = statOrNull(file)
  if (found === null || (found.isFile() && (found.size === 0 || isProfile(file)))) return
  throw new KbError(
    'target-foreign',
    'Expected no file or a profile of `kb build` in this place, found something else',
    {
      where: file,
      hint: 'Move it away or name another file with --profile.',
    },
  )
}

function isProfile(file: string): boolean {
  const { head, tail } = readEnds(file)
  return PROFILE_HEAD.test(head.toString('latin1')) && PROFILE_TAIL.test(tail.toString('latin1'))
}

/** The first field and the last one that `toProfile` writes. */
const PROFILE_HEAD = /^\{\n {2}"articles": \d/
const PROFILE_TAIL = /"peakMemoryBytes": \d{1,20}\n\}\n$/

function toProfile({ articles, counts, published, steps, peakMemoryBytes }: BuildSummary): string {
  return `${JSON.stringify({ articles, ...counts, ...published, steps, peakMemoryBytes }, null, 2)}\n`
}

function readOptions(given: Arguments): BuildSettings {
  return {
    sources: given.positionals.length > 0 ? given.positionals : ['kb'],
    out: textFlag(given, 'out') ?? 'dist',
    title: textFlag(given, 'title') ?? DEFAULT_TITLE,
    siteUrl: readUrl(textFlag(given, 'site-url')),
    jobs: Math.min(readCount('jobs', textFlag(given, 'jobs'), availableParallelism()), MOST_JOBS),
    publishData: hasFlag(given, 'publish-data'),
    originals: !hasFlag(given, 'no-originals'),
    pwa: hasFlag(given, 'pwa'),
    cache: !hasFlag(given, 'no-cache'),
    encoding: readEncoding(textFlag(given, 'encoding')),
    limits: readLimits(given),
  }
}

/** Most worker threads of a build; each needs a lot of memory. */
const MOST_JOBS = 128

function readEncoding(text: string | null): string | null {
  if (text === null || isEncoding(text)) return text
  throw new KbError('usage', `Expected an encoding such as cp437 or utf-8, found \`${text}\``, {
    where: '--encoding',
    exitCode: 2,
  })
}

function readUrl(text: string | null): string | null {
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || /[?#]/.test(text))
    throw new KbError(
      'usage',
      `Expected an address such as https://example.org/kb/, without ? and #, found \`${text}\``,
      {
        where: '--site-url',
        exitCode: 2,
      },
    )
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
