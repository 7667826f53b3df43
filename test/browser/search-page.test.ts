/**
 * The search page by double click: `file://`, from the unzipped archive, in Chromium.
 */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isThorough } from '../support/thorough.js'
import { askAxe } from './page-checks.js'
import { box, COUNT, filterValue, hits, it, readCount, textOf, waitForAddress } from './search-page.js'

/** A product, whose name is that of a filing code, too. */
const PRODUCT = 'product:borealis-mail-server'

it('finds articles while one types, and says how many', '', async (page) => {
  await box(page).pressSequentially('printer')
  await waitForAddress(page, /^\?q=printer$/)
  // The hits after the first screen come a little later.
  await page.waitForFunction(() => {
    const total = Number(/^\d+/.exec(document.querySelector('#search-count')?.textContent ?? ''))
    return document.querySelectorAll('#search-hits h2 a').length === Math.min(total, 20)
  })
  // Both are read at once: an answer to the letters before may just have made place for that to the whole word.
  const [count, shown] = await page.evaluate(
    () =>
      [
        document.querySelector('#search-count')?.textContent,
        document.querySelectorAll('#search-hits h2 a').length,
      ] as const,
  )
  assert.is(shown, Math.min(Number(/^\d+/.exec(count ?? '')), 20))
})

it('marks what matched', '?q=printer', async (page) => {
  assert.match(await textOf(page.locator('#search-hits mark').first()), /^print/i)
})

it('says what each hit is: title, id, product, date, a line of text', '?q=printer', async (page) => {
  const hit = page.locator('.hit', { hasText: 'Initialization Strings' })
  assert.match(await textOf(hit.locator('.hit-facts')), /^Q105977 · Gannet\D* · 8 April 1994$/)
  await hit.locator('.hit-summary', { hasText: /cover pages/i }).waitFor()
})

it('opens an article from its hit', '?q=printer+initialization', async (page) => {
  await hits(page).first().click()
  await page.waitForURL(/\/kb\/105\/Q105977\/index\.html(?:#.*)?$/)
  assert.match(await textOf(page.locator('h1')), /Printer Initialization Strings/)
})

it(
  'restores a whole search from the address',
  '?q=mail+server&product=borealis-mail-server&sort=date',
  async (page) => {
    const dates = await page
      .locator('.hit time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))
    assert.is(await box(page).inputValue(), 'mail server')
    assert.is(await page.locator('#search-sort').inputValue(), 'date')
    assert.ok(await filterValue(page, PRODUCT).locator('input').isChecked())
    assert.equal(dates, [...dates].sort().reverse())
  },
)

it('combines filters, counts them truly, and takes them back by Back', '?q=mail+server', async (page) => {
  const all = await readCount(page)
  const product = filterValue(page, PRODUCT)
  const promised = Number(await textOf(product.locator('.facet-count')))
  await product.click()
  assert.is(await readCount(page, all), promised)
  await waitForAddress(page, /product=borealis-mail-server/)
  const type = page.locator('fieldset', { hasText: 'Type' }).locator('label.facet-value').first()
  const both = Number(await textOf(type.locator('.facet-count')))
  await type.click()
  if (both !== promised) assert.is(await readCount(page, promised), both)
  await page.goBack()
  await page.goBack()
  await waitForAddress(page, /^\?q=mail\+server$/)
  assert.is(await readCount(page, promised), all)
})

it('keeps the focus on a filter that was switched by keyboard', '?q=mail+server', async (page) => {
  const all = await readCount(page)
  await page.locator('.facet input').first().focus()
  await page.keyboard.press('Space')
  await readCount(page, all)
  assert.ok(
    await page
      .locator('.facet input')
      .first()
      .evaluate((input) => input === input.ownerDocument.activeElement),
  )
})

it('shows more on demand, never all', '?q=a+program+file+error+windows+version+halden', async (page) => {
  await hits(page).nth(19).waitFor()
  assert.is(await hits(page).count(), 20)
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
  await hits(page).nth(20).waitFor()
  assert.ok(
    await hits(page)
      .nth(20)
      .evaluate((link) => link === link.ownerDocument.activeElement),
  )
  await waitForAddress(page, /show=40/)
})

it('is worked by keyboard: slash, arrows, Esc, Enter', '?q=printer', async (page) => {
  await readCount(page)
  await page.locator('#search-sort').focus()
  await page.keyboard.press('/')
  assert.ok(await box(page).evaluate((input) => input === input.ownerDocument.activeElement))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  assert.ok(
    await hits(page)
      .nth(1)
      .evaluate((link) => link === link.ownerDocument.activeElement),
  )
  await page.keyboard.press('Escape')
  assert.ok(await box(page).evaluate((input) => input === input.ownerDocument.activeElement))
  await page.keyboard.press('Escape')
  await page.locator('#search-hints').waitFor()
  assert.is(await box(page).inputValue(), '')
  await box(page).pressSequentially('printer')
  await readCount(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/kb\/\d{3}\/Q\d+\/index\.html(?:#.*)?$/)
})

it('tells screen readers the count when typing rests', '', async (page) => {
  await box(page).pressSequentially('printer')
  await page
    .getByRole('status')
    .filter({ hasText: /articles? found$/ })
    .waitFor({ state: 'attached' })
})

for (const text of isThorough
  ? ['105977', 'q105977', 'KB105977', 'http://support.microsoft.com/default.aspx?scid=kb;en-us;105977']
  : ['KB105977'])
  it(`goes straight to an article: ${text}`, '', async (page) => {
    await box(page).fill(text)
    await page.locator('.notice-jump', { hasText: 'Go to article' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/Q105977\/index\.html(?:#.*)?$/)
  })

it('offers the nearest numbers for one that it has not', '?q=Q105978', async (page) => {
  const notice = page.locator('.notice-jump')
  await notice.waitFor()
  assert.match(await textOf(notice), /no article Q105978/)
  assert.match(await textOf(notice), /Q105977/)
})

it('says what a pasted error was taken for', '', async (page) => {
  const error = 'Event ID: 1309\nSource: TideSql\nThe module mfc42.dll failed with 0x80004005.'
  await box(page).evaluate((input, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, error)
  assert.match(await box(page).inputValue(), /1309 Source: TideSql The module/)
  const recognised = page.locator('.chips')
  await recognised.waitFor()
  assert.match(await textOf(recognised), /0x80004005/)
  assert.match(await textOf(recognised), /mfc42\.dll/)
})

it('shows what a misspelt search was likely meant to find, and says so', '?q=pritner', async (page) => {
  const notice = page.locator('.notice-corrected')
  await notice.waitFor()
  assert.is(await textOf(notice), 'Showing results for printer. Search instead for pritner.')
  assert.ok((await readCount(page)) > 0)
})

it('searches for the words as they are, one click away', '?q=pritner', async (page) => {
  await page.locator('.notice-corrected').getByRole('link', { name: 'pritner' }).click()
  await waitForAddress(page, /^\?q=pritner&literal=1$/)
  await page.locator('.notice-empty').waitFor()
  await page.goBack()
  await page.locator('.notice-corrected').waitFor()
})

it('offers another spelling for one word of several, one click away', '?q=pritner+mail', async (page) => {
  await page.locator('.notice [data-state]', { hasText: 'printer mail' }).first().click()
  await waitForAddress(page, /q=printer\+mail/)
  assert.ok((await readCount(page)) > 0)
})

it('helps where nothing is found', '?q=%2Bprinter+%2Bzzyzx&year=1994', async (page) => {
  const notice = page.locator('.notice-empty')
  await notice.waitFor()
  await notice.getByRole('link', { name: 'Search without filters' }).click()
  await notice.getByRole('link', { name: /^Any of the words/ }).click()
  assert.ok((await readCount(page)) > 0)
})

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  'c:\\windows',
  'foo:bar',
  '+',
  '~',
  '"',
  '*',
  'a'.repeat(10_240),
  '__proto__',
]
for (const text of isThorough ? HOSTILE : HOSTILE.filter((text) => /[<"]|aa/.test(text)))
  it(`takes any text for words: ${text.slice(0, 30)}`, `?q=${encodeURIComponent(text)}`, async (page) => {
    await page
      .locator('#search-count', { hasText: COUNT })
      .or(page.getByText('No articles', { exact: true }))
      .first()
      .waitFor()
    assert.is(await page.locator('main img').count(), 0)
  })

it('searches in the page where a browser has no workers', '', async (page) => {
  await page.addInitScript('delete window.Worker')
  await page.goto(page.url())
  await box(page).fill('printer')
  assert.ok((await readCount(page)) > 0)
})

it(
  'says without JavaScript what it needs, and offers the lists',
  '?q=printer',
  async (page) => {
    // Playwright's text matching leaves out what is in a noscript element.
    assert.match(await textOf(page.locator('noscript p')), /needs JavaScript/)
    await page.locator('noscript a[href$="product/index.html"]').click()
    await page.waitForURL(/\/product\/index\.html(?:#.*)?$/)
  },
  { javaScriptEnabled: false },
)

for (const query of isThorough
  ? ['', '?q=printer+mail&product=gannet-fax', '?q=%2Bprinter+%2Bzzyzx', '?q=Q105978']
  : ['?q=printer+mail&product=gannet-fax'])
  for (const colorScheme of ['light', 'dark'] as const)
    it(
      `has nothing that axe finds fault with: ${query || 'before a search'}, ${colorScheme}`,
      query,
      async (page) => {
        await page.locator('#search-hints, .facet, .notice').filter({ visible: true }).first().waitFor()
        assert.equal(await askAxe(page), [])
      },
      { colorScheme },
    )

for (const width of isThorough ? [320, 360, 768, 1280] : [320])
  it(
    `fits a window of ${width} px`,
    '?q=HKEY_LOCAL_MACHINE%5CSystem%5CCurrentControlSet+printer&product=gannet-fax',
    async (page) => {
      await readCount(page)
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      assert.ok(overflow <= 0, `${overflow} px too wide`)
    },
    { viewport: { width, height: 800 } },
  )

it(
  'folds the filters away on a narrow window',
  '?q=mail+server',
  async (page) => {
    const all = await readCount(page)
    assert.not(await page.locator('.facet').first().isVisible())
    await page.getByRole('button', { name: 'Filters' }).click()
    await filterValue(page, PRODUCT).click()
    await readCount(page, all)
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor()
  },
  { viewport: { width: 360, height: 800 } },
)

test.run()
