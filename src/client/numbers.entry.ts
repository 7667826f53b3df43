/**
 * What needs the list of all article numbers: a random article (`a[data-random]`), and the page for addresses that do not
 * exist (`#not-found`). Only pages that have one of them load this script.
 */
import { ArchiveIndex } from '../search/archive-index.js'
import { readArticleNumber } from './address.js'
import { articleHref } from './edition.js'
import { showNotFound } from './not-found.js'
import { createShardLoader } from './shard-loader.js'

/** From the script's own address, `.../assets/numbers.js`: the page of a wrong address does not know where it is. */
const root = new URL(
  '..',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
).href

/** All article numbers, ascending. */
async function loadNumbers(): Promise<readonly number[]> {
  const index = new ArchiveIndex(createShardLoader(root, { shards: 0, characters: 0 }))
  return Array.from((await index.columns()).numbers)
}

function setUpRandomLink(link: HTMLAnchorElement): void {
  link.hidden = false
  link.addEventListener('click', async (event) => {
    event.preventDefault()
    const numbers = await loadNumbers()
    const number = numbers[Math.floor(Math.random() * numbers.length)]
    location.href = number === undefined ? link.href : articleHref(root, number)
  })
}

function start(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-random]')) setUpRandomLink(link)
  const place = document.getElementById('not-found')
  if (place !== null) {
    const wanted = readArticleNumber(location.pathname, location.search)
    void showNotFound({ place, root, wanted, address: location, loadNumbers })
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()
