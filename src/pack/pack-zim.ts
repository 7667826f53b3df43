/**
 * Packs a finished site into a ZIM for Kiwix, by the program `zimwriterfs`: there is no library for it that installs without a
 * compiler. A ZIM holds its own full text index and a random number, so its bytes differ from run to run.
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

/** `icon-48.png`, with or without a hash in its name: the program wants a picture of 48 by 48 pixels. */
const ILLUSTRATION = /^assets\/icon-48(?:\.[0-9a-f]+)?\.png$/
/** As much of what the program says last is shown when it fails. */
const shownOutput = 300

/** Writes the ZIM; fails with what to install where `zimwriterfs` is missing. */
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

/** The program says which folder it reads; progress is told in files. */
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
  /** Told how many folders the program has begun to read. */
  readonly report: (folders: number) => void
  readonly stopFirst: StopFirst
}

/**
 * Runs the program, which says what it does: it writes into a pipe again and again, so it ends soon after this process even where that was
 * killed.
 */
function runZimWriter({ args, report, stopFirst }: ZimRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = spawn('zimwriterfs', ['--verbose', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
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
    const closed = new Promise<void>((end) => program.once('close', () => end()))
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
