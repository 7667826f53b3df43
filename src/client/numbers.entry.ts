/**
 * What needs the list of all article numbers: a random article (`a[data-random]`), an old address that the home page answers, and
 * the page for addresses that do not exist (`#not-found`). Only the home page and that one load this script.
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

/** `/?scid=kb;en-us;214864` is an address of the home page, on any host; what it means is an article. */
async function followOldAddress(): Promise<void> {
  const wanted = readArticleNumber('', location.search)
  if (wanted === null) return
  const isThere = (await loadNumbers()).includes(wanted)
  location.replace(isThere ? articleHref(root, wanted) : `${root}search/index.html?q=Q${wanted}`)
}

function start(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-random]')) setUpRandomLink(link)
  const place = document.getElementById('not-found')
  if (place === null) return void followOldAddress()
  const wanted = readArticleNumber(location.pathname, location.search)
  void showNotFound({ place, root, wanted, address: location, loadNumbers })
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()
