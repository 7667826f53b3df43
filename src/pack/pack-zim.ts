/**
 * Packs a finished site into a ZIM for Kiwix. Runs the program `zimwriterfs`, since no library can be installed without
 * a compiler. A ZIM contains its own full-text index and a random number, so its bytes differ from run to run.
 */
import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { isZim } from '../disk/file-kind.js'
import type { StopFirst } from '../disk/half-work.js'
import { toUnsaidError } from '../disk/write-file.js'
import { KbError } from '../kb-error.js'
import type { SiteFile } from '../site/site-files.js'
import type { SiteMarker } from '../site/site-marker.js'
import { writeArchive } from './archive-target.js'
import type { PackedArchive, PackJob } from './pack-zip.js'
import { readChecksums } from './site-watch.js'

/** `icon-48.png`, with or without a hash in its name: `zimwriterfs` needs a picture of 48 by 48 pixels. */
const ILLUSTRATION = /^assets\/icon-48(?:\.[0-9a-f]+)?\.png$/
/** Most characters of the program's last output that an error message shows. */
const shownOutput = 300

/** Writes the ZIM. Rejects with a `KbError` if `zimwriterfs` fails or is missing; the hint says what to install. */
export function packZim(job: PackJob): Promise<PackedArchive> {
  return writeArchive({ ...job, isOwn: isZim }, async (partial, { files, marker }, stopFirst) => {
    const checksums = readChecksums(job.site, files)
    const report = countFolders(files, job.report)
    const args = [...toArguments(job.site, files, marker), job.site, partial]
    await runZimWriter({ args, report, stopFirst }).catch((cause: unknown) => {
      throw toUnsaidError(partial, cause)
    })
    return { files: files.length, bytes: statSync(partial).size, checksums }
  })
}

/** Estimates progress in files from the number of folders, which is all that the program reports. */
function countFolders(files: readonly SiteFile[], report: PackJob['report']): (folders: number) => void {
  const all = new Set(files.map(({ path }) => dirname(path))).size
  report(0, files.length)
  return (folders) => report(Math.floor((files.length * Math.min(folders, all)) / all), files.length)
}

function toArguments(site: string, files: readonly SiteFile[], marker: SiteMarker): string[] {
  const picture = files.find(({ path }) => ILLUSTRATION.test(path))?.path
  if (picture === undefined)
    throw new KbError('site-incomplete', 'Expected a picture `assets/icon-48.png`', {
      where: site,
      hint: 'Build the site again with this version.',
    })
  return [
    '--welcome=index.html',
    `--illustration=${picture}`,
    '--language=eng',
    `--title=${marker.title}`,
    `--description=${marker.articles} Knowledge Base articles, with search`,
    '--creator=Microsoft Corporation',
    '--publisher=kb-archive',
    '--name=kb-archive_en',
    `--scraper=${marker.generator}`,
  ]
}

interface ZimRun {
  readonly args: readonly string[]
  /** Receives the number of folders that the program has begun to read. */
  readonly report: (folders: number) => void
  readonly stopFirst: StopFirst
}

/**
 * Runs `zimwriterfs --verbose`. Its lines go into a pipe of this process: if this process is killed, the next line
 * cannot be written, and the program ends.
 */
function runZimWriter({ args, report, stopFirst }: ZimRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = spawn('zimwriterfs', ['--verbose', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const closed = new Promise<void>((end) => program.once('close', () => end()))
    stopFirst(() => {
      program.kill('SIGKILL')
      return closed
    })
    let said = ''
    let folders = 0
    const listen = (line: string) => {
      said = `${said}${line}\n`.slice(-shownOutput)
    }
    createInterface(program.stdout).on('line', (line) => {
      if (line.startsWith('Visiting directory ')) report(++folders)
      else listen(line)
    })
    createInterface(program.stderr).on('line', listen)
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
