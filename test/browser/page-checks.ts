/** What is looked at in an open page: what moves by itself, what axe has against it. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Runs in the page, before anything else does: keeps what moves without the reader having done anything. */
export function recordShifts(): void {
  const shifts: string[] = []
  Reflect.set(window, 'shifts', shifts)
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry))
  })
  observer.observe({ type: 'layout-shift', buffered: true })
}

/** Runs in the page: what has moved until it was painted once more. */
export function readShifts(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(Reflect.get(window, 'shifts')))))
  })
}

/** What axe has against the page as it is open: `color-contrast: .crumbs > a`. */
export async function askAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await Reflect.get(window, 'axe').run(document, {
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
      nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`),
    )
  })
}
