/** The site as a whole, as its pages see it. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SiteView } from '../render/view.js'
import { readAssets } from './assets.js'
import type { BuildOptions } from './build-options.js'
import type { Plan } from './plan.js'

const BUILD_ID_DIGITS = 12

export function toSiteView(options: BuildOptions, plan: Plan): SiteView {
  const { title, siteUrl, publishData, originals } = options
  const generator = `kb-archive ${readVersion()}`
  const content = plan.buckets.flatMap(({ articles }) =>
    articles.flatMap(({ record, revisions }) => [record.sha256, ...revisions.map((revision) => revision.sha256)]),
  )
  const parts = [generator, title, siteUrl ?? '', String(publishData), String(originals), ...content]
  return {
    title,
    url: siteUrl,
    generator,
    buildId: hash('sha256', parts.join('\n'), 'hex').slice(0, BUILD_ID_DIGITS),
    articleCount: plan.articleCount,
    publishData,
    originals,
    assets: Object.fromEntries(readAssets().map(({ name, file }) => [name, file])),
  }
}

function readVersion(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  )
  return version
}
