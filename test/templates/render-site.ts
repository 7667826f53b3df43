/** Runs the compiled templates through Eleventy, as the build does. */
import { fileURLToPath } from 'node:url'
import Eleventy from '@11ty/eleventy'
import { compile } from '../../scripts/compile.mjs'
import type { ArchiveView } from '../../src/render/view.js'

const LIB = fileURLToPath(new URL('../../lib/', import.meta.url))

/** What Eleventy makes of the view: file -> text. */
export async function renderSite(view: ArchiveView): Promise<Map<string, string>> {
  await compile()
  const eleventy = new Eleventy(`${LIB}templates`, '/site', {
    quietMode: true,
    configPath: `${LIB}.eleventy.js`,
    config: (config) => config.addGlobalData('archive', () => view),
  })
  const rendered = await eleventy.toJSON()
  return new Map(rendered.map((page) => [page.outputPath.replace('/site/', ''), page.content]))
}
