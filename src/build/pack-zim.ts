/**
 * Packs a finished site into a ZIM for Kiwix, by the program `zimwriterfs`: there is no library for it that installs without a
 * compiler. A ZIM holds its own full text index and a random number, so its bytes differ from run to run.
 */
import { spawn } from 'node:child_process'
import { readdirSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KbError } from '../kb-error.js'
import { writeArchive } from './pack-target.js'
import type { PackedArchive, PackJob } from './pack-zip.js'
import { listSiteFiles } from './site-files.js'
import type { SiteMarker } from './site-marker.js'
import { toWriteError } from './write-file.js'

/** The first bytes of every ZIM. */
const zimMagic = Buffer.from([0x5a, 0x49, 0x4d, 0x04])
/** `icon-48.png`, with or without a hash in its name: the program wants a picture of 48 by 48 pixels. */
const ILLUSTRATION = /^icon-48(?:\.[0-9a-f]+)?\.png$/
/** As much of what the program says last is shown when it fails. */
const shownOutput = 300

/** Writes the ZIM; fails with what to install where `zimwriterfs` is missing. */
export function packZim(job: PackJob): Promise<PackedArchive> {
  const isOwn = ({ head }: { readonly head: Buffer }) => head.subarray(0, zimMagic.length).equals(zimMagic)
  return writeArchive({ ...job, isOwn }, async (partial, marker) => {
    const files = listSiteFiles(job.site).length
    job.report(0, files)
    await runZimWriter([...toArguments(job.site, marker), job.site, partial]).catch((cause: unknown) => {
      throw isDiskFull(dirname(partial)) ? toWriteError(partial, Object.assign(new Error(), { code: 'ENOSPC' })) : cause
    })
    job.report(files, files)
    return { files, bytes: statSync(partial).size }
  })
}

/** Less free space than this is none: the program stops somewhere before the last byte. */
const leastFreeBytes = 1_000_000

/** The program says nothing of a full disk. */
function isDiskFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < leastFreeBytes
}

function toArguments(site: string, marker: SiteMarker): string[] {
  const picture = readdirSync(join(site, 'assets')).find((name) => ILLUSTRATION.test(name))
  if (picture === undefined)
    throw new KbError('site-incomplete', 'Expected a picture `assets/icon-48.png`', {
      where: site,
      hint: 'Build the site again with this version.',
    })
  return [
    '--welcome=index.html',
    `--illustration=assets/${picture}`,
    '--language=eng',
    `--title=${marker.title}`,
    `--description=${marker.articles} Knowledge Base articles, with search`,
    '--creator=Microsoft Corporation',
    '--publisher=kb-archive',
    '--name=kb-archive_en',
    `--scraper=${marker.generator}`,
  ]
}

function runZimWriter(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = spawn('zimwriterfs', args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-shownOutput)
    }
    program.stdout.on('data', listen)
    program.stderr.on('data', listen)
    program.once('error', (cause) => reject(toMissing(cause)))
    program.once('close', (code) => (code === 0 ? resolve() : reject(toFailure(code, said))))
  })
}

function toMissing(cause: Error): KbError {
  return new KbError('zim-tools-missing', 'Cannot run `zimwriterfs`, which makes ZIM files', {
    hint: 'Install it (on Debian: apt-get install zim-tools), or pack a ZIP.',
    cause,
  })
}

function toFailure(code: number | null, said: string): KbError {
  return new KbError('zim-failed', `\`zimwriterfs\` ended with ${code ?? 'a signal'}: ${said.trim()}`, {
    hint: 'See what it says, or pack a ZIP.',
  })
}
