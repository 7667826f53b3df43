/**
 * What a browser shows where the archive is added to a home screen.
 */
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: 'manifest.webmanifest' }

export function render({ archive: { site } }: TemplateInput): string {
  const icon = `assets/${site.assets['icon.svg'] ?? 'icon.svg'}`
  const manifest = {
    name: site.title,
    short_name: site.title.slice(0, 12),
    start_url: './index.html',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#12324f',
    icons: [{ src: icon, sizes: 'any', type: 'image/svg+xml' }],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
