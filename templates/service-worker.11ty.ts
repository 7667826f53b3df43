/**
 * The service worker of a site built with `--pwa`. It is at the root of the site, because it may only handle pages
 * below its folder. It contains data that the bundle in `assets/` lacks: the build's id, by which a browser notices a
 * new version, and the files to cache at once.
 */
import { QUICK_LINKS_FILE } from '../src/render/quick-links.js'
import { ONCE_WITH_WORKER, type TemplateInput } from './template.js'

export const data = { ...ONCE_WITH_WORKER, permalink: 'service-worker.js' }

/** Pages to cache, by folder, because hosts redirect from `index.html` to it. */
const PAGES = ['', 'search/', 'offline/'] as const
const ASSETS = [
  'site.css',
  'page.js',
  'pwa.js',
  'engine.js',
  'search.js',
  'quick-links.js',
  'numbers.js',
  'icon.svg',
] as const

export function render({ archive: { site } }: TemplateInput): string {
  const assetPath = (name: string) => `assets/${site.assets[name] ?? name}`
  const pages = PAGES.map((path) => (path === '' ? './' : path))
  const shell = [...pages, ...ASSETS.map(assetPath), QUICK_LINKS_FILE, 'manifest.webmanifest']
  return `importScripts(${JSON.stringify(assetPath('service-worker.js'))})
kbServiceWorker(${JSON.stringify({ buildId: site.buildId, shell })})
`
}
