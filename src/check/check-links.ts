/**
 * Checks the links of a page: the addresses that a reader can follow, and those that a browser fetches by itself.
 *
 * The site is only a set of paths here, so that pages can be checked in any order, by any thread.
 */

import type { StartTag } from '../site/html-tags.js'
import { visitMarkup, visitTags } from '../site/html-tags.js'
import { LabelWatch } from './empty-labels.js'
import type { Finding, FindingCode } from './finding.js'

/** A link to an `id` in another page. The caller must check that the page has it. */
export interface FragmentLink {
  readonly from: string
  readonly target: string
  readonly fragment: string
}

/** The result of checking one page. `links`: number of different addresses. */
export interface PageReport {
  readonly findings: readonly Finding[]
  readonly fragments: readonly FragmentLink[]
  readonly links: number
}

/** An address in a page. `fetched`: a browser loads it by itself. */
interface Address {
  readonly text: string
  readonly fetched: boolean
}

/** Attributes that hold one address. `srcset`, and the `href` of `link`, are treated separately. */
const ADDRESS_ATTRIBUTES: Readonly<Record<string, 'followed' | 'fetched'>> = {
  href: 'followed',
  cite: 'followed',
  action: 'followed',
  formaction: 'followed',
  src: 'fetched',
  poster: 'fetched',
  data: 'fetched',
  background: 'fetched',
  'xlink:href': 'fetched',
}

/** Elements of SVG whose `href` is fetched. */
const FETCHES_HREF: ReadonlySet<string> = new Set(['use', 'image', 'feimage'])
/** Values of `rel` for which a browser does not fetch a `link`. */
const SAYING_RELS: ReadonlySet<string> = new Set([
  'canonical',
  'alternate',
  'author',
  'license',
  'next',
  'prev',
  'me',
  'up',
])
const FOLLOWED_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'mailto', 'news'])
/** `https:` of an address; an address without a scheme is a path. */
const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i
/** Types of scripts that are data: a content security policy allows them inside a page. */
const DATA_SCRIPT = /^(application\/(ld\+)?json|text\/template)$/i
const longestShown = 120

/** Checks the page at `path`; `files`: the paths of all files of the site. */
export function checkPage(path: string, html: string, files: ReadonlySet<string>): PageReport {
  const ids = new Set<string>()
  const addresses = new Map<string, Address>()
  const findings: Finding[] = []
  const find = (code: FindingCode, found: string) =>
    findings.push({ code, file: path, found: found.slice(0, longestShown) })
  const labels = new LabelWatch(find)
  visitMarkup(html, {
    open: (tag) => {
      const id = tag.attributes.get('id') ?? (tag.name === 'a' ? tag.attributes.get('name') : undefined)
      if (id !== undefined) ids.add(id)
      for (const address of readAddresses(tag)) addresses.set(`${address.fetched}${address.text}`, address)
      const inline = findInlineCode(tag)
      if (inline !== null) find(inline.code, inline.found)
      labels.open(tag)
    },
    close: (name) => labels.close(name),
    text: (text) => labels.text(text),
  })
  const fragments: FragmentLink[] = []
  for (const address of addresses.values()) {
    const place = resolveAddress(path, address, files)
    if (place.type === 'wrong') find(place.code, place.found ?? address.text)
    if (place.type !== 'file' || place.fragment === '') continue
    if (place.path !== path) fragments.push({ from: path, target: place.path, fragment: place.fragment })
    else if (!ids.has(place.fragment) && place.fragment !== 'top') find('fragment-missing', address.text)
  }
  return { findings, fragments, links: addresses.size }
}

/** The ids of all elements of a page. */
export function listIds(html: string): ReadonlySet<string> {
  const ids = new Set<string>()
  visitTags(html, ({ attributes }) => {
    const id = attributes.get('id')
    if (id !== undefined) ids.add(id)
  })
  return ids
}

/** Checks the addresses in a style sheet, all of which a browser fetches. */
export function checkStyleSheet(path: string, css: string, files: ReadonlySet<string>): readonly Finding[] {
  return listStyleAddresses(css).flatMap((text) => {
    const place = resolveAddress(path, { text, fetched: true }, files)
    return place.type === 'wrong' ? [{ code: place.code, file: path, found: text.slice(0, longestShown) }] : []
  })
}

/** `url(x.svg)`, `url("x.svg")`, `@import "x.css"`: the address is in the second group. */
const STYLE_ADDRESS = /(?:url\(\s*|@import\s+)(["']?)([^"')\s;]+)\1/gi

function listStyleAddresses(css: string): string[] {
  return Array.from(css.matchAll(STYLE_ADDRESS), (match) => match[2] ?? '').filter((text) => !text.startsWith('data:'))
}

function readAddresses(tag: StartTag): Address[] {
  if (tag.attributes.size === 0) return []
  const found: Address[] = []
  for (const [name, value] of tag.attributes) {
    if (name === 'srcset') for (const address of readSourceSet(value)) found.push(address)
    const use = Object.hasOwn(ADDRESS_ATTRIBUTES, name) ? ADDRESS_ATTRIBUTES[name] : undefined
    if (use !== undefined) found.push({ text: value, fetched: use === 'fetched' || isFetchedHref(tag) })
  }
  return found
}

function isFetchedHref(tag: StartTag): boolean {
  if (tag.name !== 'link') return FETCHES_HREF.has(tag.name)
  const rels = (tag.attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  return !rels.every((rel) => SAYING_RELS.has(rel))
}

/** Reads `a.png 1x, b.png 2x`. */
function readSourceSet(value: string): Address[] {
  return value.split(',').map((part) => ({ text: part.trim().split(/\s/, 1)[0] ?? '', fetched: true }))
}

function findInlineCode(tag: StartTag): { readonly code: FindingCode; readonly found: string } | null {
  const inline = (found: string) => ({ code: 'inline-code' as const, found })
  if (tag.name === 'base') return { code: 'base-element', found: '<base>' }
  if (tag.name === 'style') return inline('<style>')
  if (tag.name === 'script' && !tag.attributes.has('src') && !DATA_SCRIPT.test(tag.attributes.get('type') ?? ''))
    return inline('<script>')
  for (const [name, value] of tag.attributes) {
    if (name === 'style' || name.startsWith('on')) return inline(`${name}="${value}"`)
  }
  return null
}

/** The target of an address. `elsewhere`: outside of the site, which is allowed. */
type Place =
  | { readonly type: 'file'; readonly path: string; readonly fragment: string }
  | { readonly type: 'elsewhere' }
  /** `found`: the path that is missing in the site; without it, the finding shows the address. */
  | { readonly type: 'wrong'; readonly code: FindingCode; readonly found?: string }

const wrong = (code: FindingCode): Place => ({ type: 'wrong', code })

/** Resolves an address in the file `from`. */
function resolveAddress(from: string, address: Address, files: ReadonlySet<string>): Place {
  const scheme = SCHEME.exec(address.text)?.[1]?.toLowerCase()
  if (scheme !== undefined || address.text.startsWith('//')) {
    if (address.fetched) return scheme === 'data' ? { type: 'elsewhere' } : wrong('external-request')
    return scheme === undefined || FOLLOWED_SCHEMES.has(scheme) ? { type: 'elsewhere' } : wrong('link-scheme')
  }
  if (from === NOT_FOUND_PAGE && UP_OR_ROOT.test(address.text))
    return resolveRooted(address.text.replace(UP_OR_ROOT, ''), files)
  if (address.text.startsWith('/')) return wrong('link-absolute')
  const [beforeFragment = '', fragment = ''] = splitAt(address.text, '#')
  const [encodedPath = ''] = splitAt(beforeFragment, '?')
  const path = decode(encodedPath)
  const id = decode(fragment)
  if (path === null || id === null) return wrong('link-malformed')
  const target = path === '' ? from : joinPath(from, path)
  if (target === null) return wrong('link-outside')
  if (target === '' || target.endsWith('/')) return wrong('link-folder')
  return files.has(target)
    ? { type: 'file', path: target, fragment: id }
    : { type: 'wrong', code: 'link-missing', found: target }
}

/**
 * The page that hosts show for a missing file, at any depth. So its links begin at the root of the host or with the
 * path of `--site-url`, and it tries to load a script from several depths.
 */
const NOT_FOUND_PAGE = '404.html'
/** `/x`, `../../x` */
const UP_OR_ROOT = /^(?:\/|(?:\.\.\/)+)/

/** Resolves `archive/search/index.html?q`, whose first folders may belong to the host and not to the site. */
function resolveRooted(text: string, files: ReadonlySet<string>): Place {
  const path = text.split(/[?#]/, 1)[0] ?? ''
  for (let rest = path; rest !== ''; rest = splitAt(rest, '/')[1] ?? '')
    if (files.has(rest)) return { type: 'file', path: rest, fragment: '' }
  return { type: 'wrong', code: 'link-missing', found: path }
}

/**
 * `joinPath('kb/214/Q214864/index.html', '../Q152734/index.html')` returns `kb/214/Q152734/index.html`.
 *
 * Returns `null` for a path that leads out of the site; a path to a folder ends with a slash.
 */
function joinPath(from: string, path: string): string | null {
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null
    if (part !== '..' && part !== '.') parts.push(part)
  }
  return /(^|\/)\.{0,2}$/.test(path) ? `${parts.filter((part) => part !== '').join('/')}/` : parts.join('/')
}

function splitAt(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
