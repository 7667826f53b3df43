/**
 * The script for everything that needs the list of all article numbers: a random article (`a[data-random]`), old
 * addresses that reach the home page, and the page for addresses that do not exist (`#not-found`). No other page loads
 * it.
 */
import { readArticleNumber } from './address.js'
import { articleHref } from './edition.js'
import { loadArticleList } from './not-found/article-list.js'
import { showNotFound } from './not-found/not-found.js'

/**
 * The site's root, from the script's own address `.../assets/numbers.js`: a page at a wrong address does not know it.
 */
const root = new URL(
  '..',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
).href

const loadArticles = () => loadArticleList(root)

function setUpRandomLink(link: HTMLAnchorElement): void {
  link.hidden = false
  link.addEventListener('click', async (event) => {
    event.preventDefault()
    const { numbers } = await loadArticles()
    const number = numbers[Math.floor(Math.random() * numbers.length)]
    location.href = number === undefined ? link.href : articleHref(root, number)
  })
}

/**
 * Goes from an old address of the home page, `/?scid=kb;en-us;214864` or `/?kbid=214864`, to the article that it means.
 */
async function followOldAddress(): Promise<void> {
  const wanted = readArticleNumber('', location.search)
  if (wanted === null) return
  const isThere = (await loadArticles()).numbers.includes(wanted)
  location.replace(isThere ? articleHref(root, wanted) : `${root}search/index.html?q=Q${wanted}`)
}

function start(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-random]')) setUpRandomLink(link)
  const place = document.getElementById('not-found')
  if (place === null) return void followOldAddress()
  const wanted = readArticleNumber(location.pathname, location.search)
  void showNotFound({ place, root, wanted, address: location, loadArticles })
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()
