/**
 * Runs Eleventy over this program's templates, and makes sure that it has made every page they plan.
 *
 * Eleventy is given the templates as modules, no configuration file and an input folder without templates. It takes the paths of
 * files that it looks for as patterns and as addresses: in a folder such as `kb-archive (1)` or `C#` it finds none, and says nothing.
 */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import './eleventy-environment.js'
import Eleventy from '@11ty/eleventy'
import { configureEleventy } from '../../../templates/configure-eleventy.js'
import { KbError } from '../../kb-error.js'
import type { ArchiveView, EleventyPages, OnceView } from '../../render/view.js'

/** What templates read of the archive; a run that only loads them needs no more than the lists of what to make. */
export type EleventyArchive = EleventyPages & Pick<OnceView, 'facetIndexes' | 'single'> & Partial<ArchiveView>

/** A finished page; `path` is that of its file in the site: `kb/214/Q214864/index.html`. */
export interface EleventyPage {
  readonly path: string
  readonly content: string
}

const TEMPLATES = new URL('../../../templates/', import.meta.url)
/** A folder that is always there and has no templates. */
const NO_TEMPLATES = fileURLToPath(new URL('assets', TEMPLATES))

/** Makes the pages that the templates plan of `archive`. Writes nothing. */
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

/** A template's module, as far as it is looked at here. */
export interface Template {
  /** Its file's name: `home.11ty.js`. */
  readonly name: string
  readonly data: {
    readonly permalink: string | ((input: { readonly archive: EleventyArchive; readonly entry: unknown }) => string)
    readonly pagination: {
      /** Where its entries are: `archive.lists`. */
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

/** The files that a template is to make, by its own pagination. */
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

/** Fails where a planned page was not made: a site without it would look finished. */
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
