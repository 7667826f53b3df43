/** The web app manifest: name and icons for an archive that is added to a home screen. */
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: 'manifest.webmanifest' }

/** Longest name below an icon, in characters. */
const SHORT_NAME = 12

/** The first words that fit: `Knowledge Base archive` -> `Knowledge`. */
function shorten(title: string): string {
  const fitting = title.slice(0, SHORT_NAME + 1)
  const end = fitting.lastIndexOf(' ')
  return fitting.slice(0, end > 0 && title.length > SHORT_NAME ? end : SHORT_NAME)
}

export function render({ archive: { site } }: TemplateInput): string {
  const icon = `assets/${site.assets['icon.svg'] ?? 'icon.svg'}`
  const manifest = {
    name: site.title,
    short_name: shorten(site.title),
    start_url: './index.html',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#12324f',
    icons: [{ src: icon, sizes: 'any', type: 'image/svg+xml' }],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
