/**
 * The service worker of a site built with `--pwa`, at the root, which it is for. Says what the bundle in `assets/` can't know: the
 * build, by which a browser notices a new one, and the few files that are there from the start.
 */
import { ONCE_WITH_WORKER, type TemplateInput } from './template.js'

export const data = { ...ONCE_WITH_WORKER, permalink: 'service-worker.js' }

/** Pages by their folders: hosts redirect from `index.html`. */
const PAGES = ['', 'search/', 'offline/'] as const
const ASSETS = ['site.css', 'page.js', 'pwa.js', 'engine.js', 'search.js', 'numbers.js', 'icon.svg'] as const

export function render({ archive: { site } }: TemplateInput): string {
  const assetPath = (name: string) => `assets/${site.assets[name] ?? name}`
  const shell = [...PAGES.map((path) => (path === '' ? './' : path)), ...ASSETS.map(assetPath), 'manifest.webmanifest']
  return `importScripts(${JSON.stringify(assetPath('service-worker.js'))})
kbServiceWorker(${JSON.stringify({ buildId: site.buildId, shell })})
`
}
