/**
 * Runs Eleventy over the templates, and checks that it has made every planned page.
 *
 * Eleventy gets the templates as modules, no configuration file, and an input folder without templates. It treats paths
 * as glob patterns and URLs: in a folder such as `kb-archive (1)` or `C#` it would find no template, and report no
 * error.
 */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import './eleventy-environment.js'
import Eleventy from '@11ty/eleventy'
import { configureEleventy } from '../../../templates/configure-eleventy.js'
import { KbError } from '../../kb-error.js'
import type { ArchiveView, EleventyPages, OnceView } from '../../render/view.js'

/** The archive as templates read it. A run that only loads the templates passes just the lists of pages to make. */
export type EleventyArchive = EleventyPages & Pick<OnceView, 'facetIndexes' | 'single'> & Partial<ArchiveView>

/** A finished page; `path` is that of its file in the site: `kb/214/Q214864/index.html`. */
export interface EleventyPage {
  readonly path: string
  readonly content: string
}

const TEMPLATES = new URL('../../../templates/', import.meta.url)
/** A folder that always exists and contains no templates. */
const NO_TEMPLATES = fileURLToPath(new URL('assets', TEMPLATES))

/**
 * Renders the pages that the templates plan for `archive`. Writes nothing. Rejects with a `KbError` if a page is
 * missing.
 */
export async function runEleventy(archive: EleventyArchive): Promise<readonly EleventyPage[]> {
  const templates = await loadTemplates()
  const eleventy = new Eleventy(NO_TEMPLATES, '', {
    quietMode: true,
    configPath: '',
    loader: 'esm',
    config(config) {
      configureEleventy(config)
      config.addGlobalData('archive', () => archive)
      for (const { name, data, render } of templates) config.addTemplate(name, { data, render })
    },
  })
  const pages = (await eleventy.toJSON()).map(({ url, content }) => ({ path: toFilePath(url), content }))
  refuseMissing(
    templates.flatMap((template) => planPages(template, archive)),
    pages,
  )
  return pages
}

/** The exports of a template's module that are used here. */
export interface Template {
  /** Its file's name: `home.11ty.js`. */
  readonly name: string
  readonly data: {
    readonly permalink: string | ((input: { readonly archive: EleventyArchive; readonly entry: unknown }) => string)
    readonly pagination: {
      /** The path of its entries: `archive.lists`. */
      readonly data: string
      readonly before?: (all: unknown, data: { readonly archive: EleventyArchive }) => readonly unknown[]
    }
  }
  readonly render: unknown
}

async function loadTemplates(): Promise<readonly Template[]> {
  const names = readdirSync(TEMPLATES).filter((name) => name.endsWith('.11ty.js'))
  return Promise.all(
    names.sort().map(async (name) => {
      const { data, render }: Omit<Template, 'name'> = await import(new URL(encodeURIComponent(name), TEMPLATES).href)
      return { name, data, render }
    }),
  )
}

/** The files that a template will make, computed from its pagination. */
export function planPages({ data }: Pick<Template, 'data'>, archive: EleventyArchive): string[] {
  const { permalink, pagination } = data
  const entries = pagination.before?.([], { archive }) ?? listEntries(pagination.data, archive)
  return entries.map((entry) => (typeof permalink === 'string' ? permalink : permalink({ archive, entry })))
}

/** `archive.lists` -> the lists. */
function listEntries(source: string, archive: EleventyArchive): readonly unknown[] {
  const entries: unknown = Reflect.get(archive, source.slice('archive.'.length))
  if (!Array.isArray(entries)) throw new Error(`Expected a template to be given a list, found \`${source}\``)
  return entries
}

/** Throws a `KbError` if a planned page was not made: otherwise the site would look finished without it. */
export function refuseMissing(planned: readonly string[], made: readonly Pick<EleventyPage, 'path'>[]): void {
  const paths = new Set<string>()
  for (const { path } of made) paths.add(path)
  const missing = planned.filter((path) => !paths.has(path))
  if (missing.length === 0 && paths.size === planned.length) return
  const what =
    missing.length > 0
      ? `Expected ${planned.length} pages of Eleventy, but \`${missing[0]}\` is missing`
      : `Expected ${planned.length} pages of Eleventy, found ${paths.size}`
  throw new KbError('pages-missing', what, { hint: 'This is a defect: please report it with the path of kb-archive.' })
}

/** `/kb/214/Q214864/` -> `kb/214/Q214864/index.html` */
function toFilePath(url: string): string {
  const path = url.slice(1)
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}
