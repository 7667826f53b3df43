/**
 * What needs the list of all article numbers: a random article (`a[data-random]`), an old address that the home page answers, and
 * the page for addresses that do not exist (`#not-found`). Only the home page and that one load this script.
 */
import { readArticleNumber } from './address.js'
import { articleHref } from './edition.js'
import { loadArticleList } from './not-found/article-list.js'
import { showNotFound } from './not-found/not-found.js'

/** From the script's own address, `.../assets/numbers.js`: the page of a wrong address does not know where it is. */
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

/** `/?scid=kb;en-us;214864` and `/?kbid=214864` are addresses of the home page, on any host; what they mean is an article. */
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
