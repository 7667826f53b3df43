/**
 * `npm run products -- DATA`: prints how many lines of applies-to lists the product tree knows, and the unknown lines,
 * most frequent first. DATA is the `data/` of a build. The lines are parsed again, so a change of the tree takes effect
 * at once.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppliesTo, Article } from '../src/article/article.js'
import { parseProduct } from '../src/article/products/parse-product.js'
import { PRODUCTS_BY_ID } from '../src/article/products/product-index.js'

/** Unknown lines in at least this many articles are counted in the report: the tree should know them. */
const MANY_ARTICLES = 20

interface Coverage {
  lines: number
  known: number
  articles: number
  withoutProduct: number
  readonly leftovers: Map<string, { count: number; id: string }>
  readonly from: Map<string, number>
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Usage: npm run products -- DATA\n')
  process.exitCode = 2
} else report(measure(folder))

function measure(data: string): Coverage {
  const coverage: Coverage = {
    lines: 0,
    known: 0,
    articles: 0,
    withoutProduct: 0,
    leftovers: new Map(),
    from: new Map(),
  }
  for (const name of readdirSync(data).filter((file) => file.endsWith('.ndjson')))
    for (const line of readFileSync(join(data, name), 'utf8').split('\n'))
      if (line !== '') add(JSON.parse(line), coverage)
  return coverage
}

function add({ id, appliesTo, products }: Article, coverage: Coverage): void {
  coverage.articles++
  if (products.length === 0) coverage.withoutProduct++
  const from = products[0]?.from ?? 'none'
  coverage.from.set(from, (coverage.from.get(from) ?? 0) + 1)
  addLines(appliesTo ?? [], id, coverage)
}

function addLines(list: readonly AppliesTo[], id: string, coverage: Coverage): void {
  for (const { text, children } of list) {
    coverage.lines++
    const product = parseProduct(text)
    if (product !== null && PRODUCTS_BY_ID.has(product.id)) coverage.known++
    else {
      const leftover = coverage.leftovers.get(text) ?? { count: 0, id }
      leftover.count++
      coverage.leftovers.set(text, leftover)
    }
    addLines(children, id, coverage)
  }
}

function report({ lines, known, articles, withoutProduct, leftovers, from }: Coverage): void {
  const percent = ((100 * known) / Math.max(1, lines)).toFixed(2)
  const sources = [...from].map(([source, count]) => `${source} ${count}`).join(', ')
  const most = [...leftovers].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
  const missing = most.filter(([, { count }]) => count >= MANY_ARTICLES).length
  const text = [
    `${known} of ${lines} lines (${percent} %) are of a product of the tree.`,
    `${articles - withoutProduct} of ${articles} articles have a product: ${sources}.`,
    `${leftovers.size} different lines are of no product of the tree; ${missing} of them stand in ${MANY_ARTICLES} articles or more:`,
    ...most.map(([line, { count, id }]) => `${String(count).padStart(6)}  ${id.padEnd(8)} ${line}`),
  ]
  process.stdout.write(`${text.join('\n')}\n`)
}
