/**
 * Packs a finished site into the compact edition: a few hundred files instead of tens of thousands, for USB sticks,
 * slow programs that unpack ZIPs, and hosts that limit the number of files.
 *
 * Pages go into packs, shards of the index into bundles. The home page, the search page and `404.html` stay files; the
 * shell `page.html` shows all other pages. The same site always gives the same bytes.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printCompactParts, printShell } from '../../templates/parts/compact.js'
import { KbError } from '../kb-error.js'
import {
  PACK_FOLDER,
  PACK_KINDS,
  PACK_TABLE,
  type PackEntry,
  type PackTable,
  packName,
  SHELL_FILE,
  toPackGroup,
  toPackKey,
  toPagePath,
  WHOLE_PAGES,
} from '../render/page-pack.js'
import type { SiteView } from '../render/view.js'
import { toTextShardFile } from '../search/codec/shard-script.js'
import { type Asset, readAssets, readCompactScript } from '../site/assets.js'
import { findTag } from '../site/html-tags.js'
import { compareBytes, type SiteFile } from '../site/site-files.js'
import { SITE_MARKER, type SiteMarker, toMarkerText } from '../site/site-marker.js'
import type { Task } from '../workers/pool.js'
import type { ListedSite } from './archive-target.js'
import type { CompactPart } from './compact-part.js'
import { type PackedArchive, type PackJob, planTasks, TOP_FOLDER, writeZip, type ZipContents } from './pack-zip.js'
import { insertIntoMain } from './page-parts.js'
import type { PackTasks } from './tasks.js'
import type { PackContent } from './zip-part.js'

/** Bytes of pages in a pack, before compression. */
const packBytes = 3_000_000
/** Bytes of shards in a bundle. Bundles are small, because a search loads one or two per word. */
const bundleBytes = 160_000

/** `search/terms/04-1-002.js`: shards to bundle. `search/manifest.js` and others at that level stay files. */
const SHARD = /^search\/([^/]+\/.+)\.js$/
/** Files about permalinks, which this edition does not have as files. */
const LEFT_OUT = /^(?:sitemap[^/]*\.xml|robots\.txt)$/
/** `page.4f2a91c0.js` */
const HASHED = /^(.+)\.[0-9a-f]{8}(\.[a-z0-9]+)$/

/** Writes the compact edition. Leaves no file behind on failure; see `writeArchive` for errors. */
export function packCompact(job: PackJob): Promise<PackedArchive> {
  return writeZip(job, (listed) => planContents(job.site, listed))
}

function planContents(site: string, { files, marker }: ListedSite): ZipContents {
  assertOwnScripts(site, files)
  const view = toSiteView(site, files, marker)
  const script = readCompactScript()
  const tables = { pages: [] as PackEntry[], shards: [] as PackEntry[] }
  return {
    tasks: planCompact(site, files, view),
    packed(part) {
      if ('kind' in part) tables[part.kind].push([part.first, part.stamp])
    },
    closing(read) {
      const table: PackTable = { url: view.url, ...tables }
      return [
        ...toChangedFiles(files, script, read),
        toContent(REDIRECTS, ownRules(files, read) + toRedirects(files, view.url)),
        toContent(`assets/${script.file}`, script.content),
        toContent(SHELL_FILE, printShell(view, script.file)),
        toContent(SITE_MARKER, toMarkerText({ ...marker, edition: 'compact' })),
        toContent(
          `${PACK_FOLDER}/${PACK_TABLE}.js`,
          toTextShardFile(PACK_TABLE, marker.buildId, JSON.stringify(table)).bytes,
        ),
      ]
    },
  }
}

/** Throws if another version has built the site: its scripts do not fit the script of the compact edition. */
function assertOwnScripts(site: string, files: readonly SiteFile[]): void {
  const paths = new Set(files.map(({ path }) => path))
  if (readAssets({ pwa: false }).every(({ file }) => paths.has(`assets/${file}`))) return
  throw new KbError('site-other-version', 'Expected a site that this version has built', {
    where: site,
    hint: 'Build it again (`kb build`), then pack it.',
  })
}

/** Tasks for packs, then for bundles, then for the files that are copied unchanged. */
function* planCompact(directory: string, files: readonly SiteFile[], { assets }: SiteView): Generator<Task<PackTasks>> {
  // The scripts that the shell's head loads (templates/parts/page.tsx).
  const shared = new Set(['page.js', 'pwa.js'].map((name) => `assets/${assets[name]}`))
  let part = 0
  for (const kind of PACK_KINDS) {
    let index = 0
    for (const { first, run } of cutRuns(files, KINDS[kind])) {
      const name = packName(kind, index++)
      const input = { part: part++, directory, topFolder: TOP_FOLDER, files: run, kind, name, first, shared }
      yield { name: 'pack-compact', label: name, input }
    }
  }
  const isKept = ({ path }: SiteFile) => !LEFT_OUT.test(path) && !isChanged(path) && listKinds(path).length === 0
  yield* planTasks(directory, files.filter(isKept), part)
}

/** The rules by which files are divided into packs or into bundles. */
interface Kind {
  /** The name of a page or shard; null for other files. */
  nameOf(path: string): string | null
  /** The key by which it is sorted and found. */
  keyOf(name: string): string
  /** Files with the same group stay together. */
  groupOf(name: string): string
  /** Most bytes of files per pack or bundle, unless a single group has more. */
  readonly bytes: number
}

const KINDS: Readonly<Record<CompactPart['kind'], Kind>> = {
  pages: {
    nameOf: (path) => (path.endsWith('.html') && !WHOLE_PAGES.has(path) ? toPagePath(path) : null),
    keyOf: toPackKey,
    groupOf: toPackGroup,
    bytes: packBytes,
  },
  shards: {
    nameOf: (path) => SHARD.exec(path)?.[1] ?? null,
    keyOf: (name) => name,
    groupOf: (name) => name,
    bytes: bundleBytes,
  },
}

function listKinds(path: string): readonly Kind[] {
  return Object.values(KINDS).filter(({ nameOf }) => nameOf(path) !== null)
}

interface Run {
  readonly first: string
  readonly run: readonly SiteFile[]
}

/** Sorts the files of a kind by key, and cuts them into runs of at most `kind.bytes`. */
function* cutRuns(files: readonly SiteFile[], kind: Kind): Generator<Run> {
  let first = ''
  let run: SiteFile[] = []
  let bytes = 0
  for (const group of listGroups(files, kind)) {
    if (run.length > 0 && bytes + group.bytes > kind.bytes) {
      yield { first, run }
      run = []
      bytes = 0
    }
    if (run.length === 0) first = group.first
    for (const file of group.files) run.push(file)
    bytes += group.bytes
  }
  if (run.length > 0) yield { first, run }
}

/** Files that stay together; `first` is the key of the first. */
interface Group {
  readonly first: string
  readonly files: readonly SiteFile[]
  readonly bytes: number
}

function listGroups(files: readonly SiteFile[], { nameOf, keyOf, groupOf }: Kind): readonly Group[] {
  const keyed = files.flatMap((file) => {
    const name = nameOf(file.path)
    return name === null ? [] : [{ key: keyOf(name), group: groupOf(name), file }]
  })
  keyed.sort((a, b) => compareBytes(a.key, b.key))
  const groups = new Map<string, { first: string; files: SiteFile[]; bytes: number }>()
  for (const { key, group, file } of keyed) {
    const members = groups.get(group) ?? { first: key, files: [], bytes: 0 }
    members.files.push(file)
    members.bytes += file.size
    groups.set(group, members)
  }
  return [...groups.values()]
}

function isChanged(path: string): boolean {
  return WHOLE_PAGES.has(path) || path === SITE_MARKER || path === HEADERS || path === REDIRECTS
}

/** The pages that stay files, with the script of the edition added; and `_headers`, with a rule for packs added. */
function toChangedFiles(
  files: readonly SiteFile[],
  script: Asset,
  read: (file: SiteFile) => Buffer,
): readonly PackContent[] {
  return files.flatMap((file) => {
    if (!isChanged(file.path) || file.path === SITE_MARKER || file.path === REDIRECTS) return []
    const text = read(file).toString()
    if (file.path === HEADERS) return [toContent(file.path, text + PACK_HEADERS)]
    const added = printCompactParts(`${readRoot(text)}assets/${script.file}`, file.path === 'index.html')
    return [toContent(file.path, insertIntoMain(file.path, text, added))]
  })
}

/** The content of the site's `_redirects`; those rules come first. */
function ownRules(files: readonly SiteFile[], read: (file: SiteFile) => Buffer): string {
  const file = files.find(({ path }) => path === REDIRECTS)
  return file === undefined ? '' : read(file).toString()
}

/** Rules of `_redirects` from permalinks to the shell. On other hosts the script of `404.html` does the same. */
function toRedirects(files: readonly SiteFile[], url: string | null): string {
  const root = url === null ? '/' : new URL(url).pathname
  const packed = files.flatMap(({ path }) => KINDS.pages.nameOf(path)?.split('/')[0] ?? [])
  const folders = [...new Set(packed)].sort(compareBytes)
  return folders.map((folder) => `${root}${folder}/* ${root}${SHELL_FILE}?p=${folder}/:splat 302\n`).join('')
}

const HEADERS = '_headers'
const REDIRECTS = '_redirects'
/** Packs are cached forever, because their stamp is in the address; the table is not. */
const PACK_HEADERS = PACK_KINDS.map(
  (kind) => `/${PACK_FOLDER}/${kind}/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
).join('')

function toContent(path: string, content: string | Uint8Array): PackContent {
  return { name: `${TOP_FOLDER}/${path}`, bytes: Buffer.from(content) }
}

/** The relative address from a page to the root of the site, from its `data-root`. */
function readRoot(html: string): string {
  let root = ''
  findTag(html, ({ attributes }) => {
    root = attributes.get('data-root') ?? ''
    return true
  })
  return root
}

/** The view of the site that the shell needs, made from the marker, the names of assets and the home page. */
function toSiteView(site: string, files: readonly SiteFile[], marker: SiteMarker): SiteView {
  const { title, generator, buildId, articles } = marker
  const names = files.flatMap(({ path }) => (path.startsWith('assets/') ? [path.slice('assets/'.length)] : []))
  return {
    title,
    generator,
    buildId,
    articleCount: articles,
    url: readAddress(readFileSync(join(site, 'index.html'), 'utf8')),
    publishData: false,
    originals: true,
    pwa: files.some(({ path }) => path === 'service-worker.js'),
    assets: Object.fromEntries(names.map((name) => [name.replace(HASHED, '$1$2'), name])),
  }
}

/** The URL of the site, from its home page; `null` if it has none. */
function readAddress(html: string): string | null {
  let address: string | null = null
  findTag(html, ({ name, attributes }) => {
    if (attributes.get('rel') === 'canonical') address = attributes.get('href') ?? null
    return name === 'body' || address !== null
  })
  return address
}
