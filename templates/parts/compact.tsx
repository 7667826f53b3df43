/**
 * The additions of the compact edition, which `kb pack --compact` prints: the shell, which shows packed pages, and the
 * content that is added to the few pages that stay files.
 */
import { h } from 'hastscript'
import { SHELL_FILE, SHELL_ID } from '../../src/render/page-pack.js'
import { printHtml } from '../../src/render/print-html.js'
import type { SiteView } from '../../src/render/view.js'
import { printPage } from './page.js'

const NEEDS_SCRIPT =
  'This is the compact edition: its articles and lists are in packs, and JavaScript, which is off, unpacks them. Switch it on, or take the full edition, which needs none.'

/** Prints the shell. `script`: the name of the edition's script in `assets/`. */
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

/** Prints the additions to a page that stays a file. `isStart`: with a notice that the edition needs JavaScript. */
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
