/**
 * Checks whether a site fits the limits of a host and has the files that the host needs. Limits change over time: the
 * page that documents them is named beside each host.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.js'
import type { OpenedSite } from './open-site.js'

/** The limits of a host; `null`: it documents no such limit. */
interface HostRules {
  readonly files: number | null
  readonly fileBytes: number | null
  readonly siteBytes: number | null
  /** Files that the host needs to serve the site correctly. */
  readonly needs: readonly string[]
  /** Advice for a site that is too large. */
  readonly otherwise: string
}

const MiB = 1024 * 1024

export const HOSTS = {
  /** docs.github.com, "GitHub Pages limits". Without `.nojekyll`, files whose names begin with `_` are not served. */
  'github-pages': {
    files: null,
    fileBytes: 100 * MiB,
    siteBytes: 1024 * MiB,
    needs: ['.nojekyll', '404.html'],
    otherwise: 'publish the compact edition (`kb pack --compact`), or build with `--no-originals`',
  },
  /** developers.cloudflare.com/pages, "Limits". */
  'cloudflare-pages': {
    files: 20_000,
    fileBytes: 25 * MiB,
    siteBytes: null,
    needs: ['_headers', '404.html'],
    otherwise: 'publish the compact edition (`kb pack --compact`), or another host',
  },
  netlify: {
    files: null,
    fileBytes: null,
    siteBytes: null,
    needs: ['_headers', '404.html'],
    otherwise: 'use another host',
  },
  /** A single request can upload 5 GB, although an object may have 5 TB. */
  s3: { files: null, fileBytes: 5 * 1024 * MiB, siteBytes: null, needs: ['index.html', '404.html'], otherwise: '' },
} as const satisfies Readonly<Record<string, HostRules>>
export type Host = keyof typeof HOSTS

/** Reports whether the limits of the host `name` are known. */
export function isHost(name: string): name is Host {
  return Object.hasOwn(HOSTS, name)
}

/** Finds what does not fit `host`. */
export function checkHost(site: OpenedSite, host: Host): readonly Finding[] {
  const rules: HostRules = HOSTS[host]
  const sizes = [...site.stored].map((path) => ({ path, size: sizeOf(site, path) }))
  const siteBytes = sizes.reduce((sum, { size }) => sum + size, 0)
  const find = (file: string, found: string): Finding => ({ code: 'host-limit', file, found: `${found} (${host})` })
  return [
    ...rules.needs.filter((path) => !site.files.has(path)).map((path) => find(path, 'no such file')),
    ...overLimit(sizes.length, rules.files).map((limit) =>
      find('.', `${sizes.length} files, at most ${limit} are taken: ${rules.otherwise}`),
    ),
    ...overLimit(siteBytes, rules.siteBytes).map((limit) =>
      find('.', `${toMiB(siteBytes)}, at most ${toMiB(limit)} are taken: ${rules.otherwise}`),
    ),
    ...sizes.flatMap(({ path, size }) =>
      overLimit(size, rules.fileBytes).map((limit) => find(path, `${toMiB(size)}, at most ${toMiB(limit)} are taken`)),
    ),
  ]
}

/** The limit if `value` exceeds it, else nothing. */
function overLimit(value: number, limit: number | null): readonly number[] {
  return limit !== null && value > limit ? [limit] : []
}

function toMiB(bytes: number): string {
  return `${Math.ceil(bytes / MiB)} MiB`
}

function sizeOf(site: OpenedSite, path: string): number {
  const source = site.source.type === 'compact' ? site.source.stored : site.source
  if (source.type === 'zip') return source.places.get(path)?.size ?? 0
  return statSync(join(source.directory, path)).size
}
