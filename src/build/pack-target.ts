/**
 * The rules of writing an archive that hold for every format: a site that is whole before and after, a file that may be written,
 * and nothing half done under the final name.
 */
import { closeSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { KbError } from '../kb-error.js'
import { readSiteMarker, SITE_MARKER, type SiteMarker } from './site-marker.js'

/** What is packed, and where to. `isOwn`: whether the end and the beginning of a file there say that it is an archive. */
export interface PackTarget {
  readonly site: string
  readonly out: string
  readonly isOwn: (file: { readonly head: Buffer; readonly tail: Buffer }) => boolean
}

/** Lets `write` make the archive under a temporary name; gives it its own when it is whole and the site still the same. */
export async function writeArchive<Result>(
  { site, out, isOwn }: PackTarget,
  write: (partial: string, marker: SiteMarker) => Promise<Result>,
): Promise<Result> {
  const marker = readSiteMarker(site)
  assertOutside(site, out)
  assertReplaceable(out, isOwn)
  const partial = `${out}.partial`
  const forget = removeOnSignal(partial)
  try {
    const result = await write(partial, marker)
    assertSameBuild(site, marker.buildId)
    renameSync(partial, out)
    return result
  } finally {
    rmSync(partial, { force: true })
    forget()
  }
}

/** Takes the half archive away when the program is interrupted, and lets the signal do its work then. */
function removeOnSignal(partial: string): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const end = (signal: NodeJS.Signals) => {
    rmSync(partial, { force: true })
    forget()
    process.kill(process.pid, signal)
  }
  const forget = () => {
    for (const signal of signals) process.off(signal, end)
  }
  for (const signal of signals) process.once(signal, end)
  return forget
}

/** An archive in the folder that it packs would hold the last one. */
function assertOutside(site: string, out: string): void {
  const path = relative(resolve(site), resolve(out))
  if (path.startsWith('..') || path === resolve(out)) return
  throw new KbError('target-inside', 'Expected a place outside the site for its archive', {
    where: out,
    hint: 'Name another file with --out.',
  })
}

/** An archive of ours may be overwritten; any other file is left alone. */
function assertReplaceable(out: string, isOwn: PackTarget['isOwn']): void {
  const found = statSync(out, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isFile() && (found.size === 0 || isOwn(readEnds(out, found.size)))) return
  throw new KbError(
    'target-foreign',
    'Expected no file or an archive of `kb pack` in this place, found something else',
    {
      where: out,
      hint: 'Move it away or name another file with --out.',
    },
  )
}

const endBytes = 128

/** The first and the last bytes of a file. */
function readEnds(path: string, size: number): { head: Buffer; tail: Buffer } {
  const length = Math.min(size, endBytes)
  const [head, tail] = [Buffer.alloc(length), Buffer.alloc(length)]
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, head, 0, length, 0)
    readSync(descriptor, tail, 0, length, size - length)
  } finally {
    closeSync(descriptor)
  }
  return { head, tail }
}

/** A build that ran meanwhile has another id, or has taken the marker away. */
function assertSameBuild(site: string, buildId: string): void {
  if (readSiteMarker(site).buildId === buildId) return
  throw new KbError('site-changed', 'The site changed while it was packed', {
    where: `${site}/${SITE_MARKER}`,
    hint: 'Wait until the build has ended, then pack again.',
  })
}
