/**
 * Pictures of one page of each kind, and how two pictures compare. `npm run baselines` writes them, `visual.test.ts` compares.
 *
 * They are small: half size, sixteen steps a colour, the first windows of a page. Letters are DejaVu's, which Debian's
 * fontconfig brings along, so that they do not depend on the machine.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { PageOptions } from './chromium.js'
import { PAGE_KINDS, type PageOfKind } from './page-kinds.js'
import type { TestSite } from './test-site.js'

export const BASELINES = fileURLToPath(new URL('baselines', import.meta.url))

export interface View {
  /** Also the name of the picture: `article-1280-dark`. */
  readonly name: string
  readonly page: PageOfKind
  readonly options: PageOptions
}

const WINDOWS = [
  { viewport: { width: 360, height: 960 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
] as const

/** Layout does not depend on colours: the kinds that have many of them are enough in the dark. */
const DARK_KINDS: readonly string[] = ['home', 'article', 'article-long', 'article-code', 'results']

/** Shows the number of the build, which is another after every change. */
const CHANGING_KIND = 'about'

/** What is photographed: every other kind, narrow and wide, some dark. */
export const VIEWS: readonly View[] = Object.entries(PAGE_KINDS)
  .filter(([kind]) => kind !== CHANGING_KIND)
  .flatMap(([kind, page]) =>
    WINDOWS.filter(({ colorScheme }) => colorScheme === 'light' || DARK_KINDS.includes(kind)).map((window) => ({
      name: `${kind}-${window.viewport.width}-${window.colorScheme}`,
      page,
      // The page's policy forbids the style that names the fonts.
      options: { ...window, deviceScaleFactor: 0.5, bypassCSP: true },
    })),
  )

const FONTS = ':root:root{--sans:"DejaVu Sans";--mono:"DejaVu Sans Mono"}'
/** `Windows` in DejaVu Sans of 100 px, to a pixel: metrics are the font's own, whatever draws it. */
const FONT_WIDTH = 446

/** Whether letters will look as on the pictures. */
export async function hasFonts(page: Page): Promise<boolean> {
  const width = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) return 0
    context.font = '100px "DejaVu Sans"'
    return context.measureText('Windows').width
  })
  return Math.round(width) === FONT_WIDTH
}

/** Takes the picture of a view. */
export async function photograph(page: Page, site: TestSite, { page: { path, query, ready } }: View): Promise<PNG> {
  await page.goto(site.fileUrl(path, query))
  await page.addStyleTag({ content: FONTS })
  if (ready !== undefined) await page.locator(ready).first().waitFor()
  await page.waitForFunction(hasPassages)
  return toFewColours(PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide' })))
}

/** Whether each hit in the window shows its passage, to which its link then leads; true of pages without hits. */
function hasPassages(): boolean {
  const links = [...document.querySelectorAll('#search-hits h2 a')]
  return links.every(
    (link) => link.getBoundingClientRect().top >= innerHeight || link.getAttribute('href')?.includes('#') === true,
  )
}

/** Distance of the sixteen steps of a colour: nobody sees the difference, and the file is half as large. */
const COLOUR_STEP = 17

function toFewColours(picture: PNG): PNG {
  for (const [at, value] of picture.data.entries()) picture.data[at] = Math.round(value / COLOUR_STEP) * COLOUR_STEP
  return picture
}

/** Side of the squares that are compared, in pixels. */
const SQUARE = 32
/** Of a square's 1,024 pixels; other versions of a browser draw an edge otherwise, an accident moves or paints more. */
const MOST_DIFFERENT = 100

/** What differs, or null where the pictures are alike; `difference` is painted where one is given. */
export function compare(picture: PNG, baseline: PNG, difference?: PNG): string | null {
  const { width, height } = baseline
  if (picture.width !== width || picture.height !== height)
    return `it is ${picture.width} x ${picture.height}, was ${width} x ${height}`
  const options = { threshold: 0.1, windowSize: SQUARE }
  const most = pixelmatch(picture.data, baseline.data, difference?.data, width, height, options)
  return most <= MOST_DIFFERENT ? null : `${most} pixels differ in a square of ${SQUARE}`
}

/** `article-1280-dark` -> its picture in `baselines/`. */
export function readBaseline(name: string): PNG {
  return PNG.sync.read(readFileSync(`${BASELINES}/${name}.png`))
}
