/**
 * What the compact edition has beside the site's own pages: the one page that shows all others, and what the few pages that stay
 * files get. Printed by `kb pack --compact`, in the frame of every page.
 */
import { h } from 'hastscript'
import { SHELL_FILE, SHELL_ID } from '../../src/render/page-pack.js'
import { printHtml } from '../../src/render/print-html.js'
import type { SiteView } from '../../src/render/view.js'
import { printPage } from './page.js'

const NEEDS_SCRIPT =
  'This is the compact edition: its articles and lists are in packs, and JavaScript, which is off, unpacks them. Switch it on, or take the full edition, which needs none.'

/** The page that shows the others; `script`: the edition's script, below `assets/`. */
export function printShell(site: SiteView, script: string): string {
  return printPage(
    { ...site, url: null, assets: { ...site.assets, 'compact.js': script } },
    {
      path: SHELL_FILE,
      title: site.title,
      description: 'Shows the articles and lists of the compact edition.',
      scripts: ['compact.js'],
      layout: 'plain',
      main: <div id={SHELL_ID}>{noScript()}</div>,
    },
  )
}

/** The script, for a page that stays a file; `isStart`: it also says what it needs. */
export function printCompactParts(script: string, isStart: boolean): string {
  return printHtml(h(null, h('script', { src: script }), isStart ? noScript() : null))
}

function noScript() {
  return (
    <noscript>
      <p class="notice">{NEEDS_SCRIPT}</p>
    </noscript>
  )
}
