/** The files that pages load (styles, scripts, icons). Their names contain a hash of their content. */
import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { KbError } from '../kb-error.js'

export interface Asset {
  /** The name that templates use: `site.css`. */
  readonly name: string
  /** The name of the file in `assets/`: `site.4f2a91c0.css`. */
  readonly file: string
  readonly content: Buffer
}

const FOLDERS = ['../../templates/assets', '../../client'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const HASH_DIGITS = 8

/** The script of the compact edition, and the scripts of a site with a service worker. Other sites lack them. */
const COMPACT_SCRIPT = 'compact.js'
const WORKER_SCRIPTS: ReadonlySet<string> = new Set(['pwa.js', 'service-worker.js'])

/** The assets of a site, sorted by name. `pwa`: whether the site has a service worker. */
export function readAssets({ pwa }: { readonly pwa: boolean }): Asset[] {
  return readAll().filter(({ name }) => name !== COMPACT_SCRIPT && (pwa || !WORKER_SCRIPTS.has(name)))
}

/** The script of the compact edition, which `kb pack` adds. */
export function readCompactScript(): Asset {
  const script = readAll().find(({ name }) => name === COMPACT_SCRIPT)
  if (script === undefined)
    throw new KbError('program-incomplete', `Cannot find the program's own \`${COMPACT_SCRIPT}\``)
  return script
}

function readAll(): Asset[] {
  return FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => toAsset(name, readFileSync(join(folder, name)))))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function toAsset(name: string, content: Buffer): Asset {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  return { name, file: `${stem}.${hash('sha256', content, 'hex').slice(0, HASH_DIGITS)}${extension}`, content }
}
