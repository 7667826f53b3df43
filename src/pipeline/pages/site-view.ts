/** The data of the site as a whole that its pages read. */
import { readFileSync } from 'node:fs'
import type { SiteView } from '../../render/view.js'
import { readAssets } from '../../site/assets.js'
import type { BuildSettings } from '../run/build-options.js'
import type { Plan } from '../run/plan.js'
import { toKey } from '../store/code-keys.js'

const BUILD_ID_DIGITS = 12

/** Makes the view of the site. `contentKey` is a hash of its texts and options; the build's id is derived from it. */
export function toSiteView(options: BuildSettings, plan: Plan, contentKey: string): SiteView {
  const { title, siteUrl, publishData, originals, pwa } = options
  const generator = `kb-archive ${readVersion()}`
  return {
    title,
    url: siteUrl,
    generator,
    buildId: toKey([generator, contentKey]).slice(0, BUILD_ID_DIGITS),
    articleCount: plan.articleCount,
    publishData,
    originals,
    pwa,
    assets: Object.fromEntries(readAssets({ pwa }).map(({ name, file }) => [name, file])),
  }
}

function readVersion(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
  )
  return version
}
