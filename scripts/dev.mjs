/**
 * `npm run dev`: runs Eleventy's server on the sample archive. Templates are read from their sources, so that a page
 * shows an edit of its template at once. A change in `src/` needs a restart.
 */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Eleventy from '@11ty/eleventy'
import { register } from 'tsx/esm/api'
import { compile } from './compile.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = Number(process.env.PORT ?? 8080)
process.chdir(root)
await compile()
/** The folder of compiled modules. It is not in the import itself, because it may not exist when types are checked. */
const lib = '../lib/src'
const { openArchive } = await import(`${lib}/pipeline/open-dev-archive.js`)

const archive = await openArchive(['kb'], 'dist')
// Eleventy makes pages; all other files come from the build.
for (const folder of ['assets', 'search'])
  cpSync(join('dist/site', folder), join('dist/dev', folder), { recursive: true })

register()
const eleventy = new Eleventy('templates', 'dist/dev', {
  quietMode: true,
  configPath: '.eleventy.ts',
  runMode: 'serve',
  config(/** @type {{ addGlobalData(name: string, value: unknown): void }} */ config) {
    config.addGlobalData('archive', () => archive)
  },
})
await eleventy.init()
await eleventy.watch()
await eleventy.serve(port)
