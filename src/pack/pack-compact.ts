/**
 * Packs a finished site into the compact edition: a few hundred files instead of tens of thousands, for USB sticks, slow unzippers
 * and hosts that take 20,000 files. Pages go into packs, files of the index into bundles; the home page, the search page and the page
 * for what is not there stay files, and `page.html` shows the others. The same site gives the same bytes.
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

/** Bytes of pages that go into a pack: some 270 articles with their original texts, 300 KB packed. */
const packBytes = 3_000_000
/** Bytes of index files that go into a bundle: a search loads one or two for each word, so they are small. */
const bundleBytes = 160_000

/** `search/terms/04-1-002.js`: what is bundled; `search/manifest.js` and its like are needed whole and stay. */
const SHARD = /^search\/([^/]+\/.+)\.js$/
/** Lists of permalinks that a host answers by `404.html`. */
const LEFT_OUT = /^(?:sitemap[^/]*\.xml|robots\.txt)$/
/** `page.4f2a91c0.js` */
const HASHED = /^(.+)\.[0-9a-f]{8}(\.[a-z0-9]+)$/

/** Writes the edition; leaves nothing behind on failure. */
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

/** The scripts of the pages and that of the edition are made for each other. */
function assertOwnScripts(site: string, files: readonly SiteFile[]): void {
  const paths = new Set(files.map(({ path }) => path))
  if (readAssets({ pwa: false }).every(({ file }) => paths.has(`assets/${file}`))) return
  throw new KbError('site-other-version', 'Expected a site that this version has built', {
    where: site,
    hint: 'Build it again (`kb build`), then pack it.',
  })
}

/** Packs, then bundles, then what stays as it is. */
function* planCompact(directory: string, files: readonly SiteFile[], { assets }: SiteView): Generator<Task<PackTasks>> {
  // What the shell's own head loads (templates/parts/page.tsx).
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

/** What is put together, by what key it is found, what is never cut apart, and how many bytes of files make one. */
interface Kind {
  nameOf(path: string): string | null
  keyOf(name: string): string
  groupOf(name: string): string
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

/** The files of a kind in the order of their keys, in runs. */
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

/** Files that stay together, by the key of the first. */
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
    const known = groups.get(group) ?? { first: key, files: [], bytes: 0 }
    known.files.push(file)
    known.bytes += file.size
    groups.set(group, known)
  }
  return [...groups.values()]
}

function isChanged(path: string): boolean {
  return WHOLE_PAGES.has(path) || path === SITE_MARKER || path === HEADERS || path === REDIRECTS
}

/** The pages that stay, with the edition's script; the headers, with a rule for packs. */
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

/** The site's own redirects, for addresses that no page has: they come first. */
function ownRules(files: readonly SiteFile[], read: (file: SiteFile) => Buffer): string {
  const file = files.find(({ path }) => path === REDIRECTS)
  return file === undefined ? '' : read(file).toString()
}

/** Where hosts that read `_redirects` send permalinks; others answer them by `404.html`, whose script does the same. */
function toRedirects(files: readonly SiteFile[], url: string | null): string {
  const root = url === null ? '/' : new URL(url).pathname
  const packed = files.flatMap(({ path }) => KINDS.pages.nameOf(path)?.split('/')[0] ?? [])
  const folders = [...new Set(packed)].sort(compareBytes)
  return folders.map((folder) => `${root}${folder}/* ${root}${SHELL_FILE}?p=${folder}/:splat 302\n`).join('')
}

const HEADERS = '_headers'
const REDIRECTS = '_redirects'
/** Packs are asked for with the stamp of their content, the table is not. */
const PACK_HEADERS = PACK_KINDS.map(
  (kind) => `/${PACK_FOLDER}/${kind}/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
).join('')

function toContent(path: string, content: string | Uint8Array): PackContent {
  return { name: `${TOP_FOLDER}/${path}`, bytes: Buffer.from(content) }
}

/** From a page to the site's root, as the page says itself. */
function readRoot(html: string): string {
  let root = ''
  findTag(html, ({ attributes }) => {
    root = attributes.get('data-root') ?? ''
    return true
  })
  return root
}

/** The site as the shell's frame needs it, from what is left of the build: the marker, the assets, the home page. */
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

/** The site's address, from its home page; `null` where it does not say. */
function readAddress(html: string): string | null {
  let address: string | null = null
  findTag(html, ({ name, attributes }) => {
    if (attributes.get('rel') === 'canonical') address = attributes.get('href') ?? null
    return name === 'body' || address !== null
  })
  return address
}
