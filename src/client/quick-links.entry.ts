/**
 * The script of the suggestions below a page's search box, which the page's script loads at the first key. The search
 * page does without them: its hits appear while one types.
 */
import { find } from './dom.js'
import { startEngine } from './engine/engine-port.js'
import { runScript } from './page/run-script.js'
import { offerLinks } from './quick-links/offer-links.js'
import { createShardLoader } from './shards/shard-loader.js'

const box = find('input[name=q]', HTMLInputElement)
if (box !== null) {
  const root = document.documentElement.dataset.root ?? ''
  const { scripts, ...lists } = window.kbQuickLinks
  offerLinks({
    box,
    lists,
    root,
    async connect(answers) {
      await runScript(`${root}assets/${scripts[1]}`)
      return startEngine(window.kbEngine, createShardLoader(root, { shards: 0, characters: 0 }), answers)
    },
  })
}
