/**
 * No call has as many arguments as an article has blocks or a dump has files: `list.push(...blocks)` puts all of them on the stack, which
 * some hundred thousand exceed ("Maximum call stack size exceeded").
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CallExpression, type NewExpression, parse } from 'acorn'
import { simple } from 'acorn-walk'
import { transformSync } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('spread calls')

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Calls that may spread: file and function, and what bounds the number of arguments. */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/article/text/code-pages.ts: String.fromCharCode': 'CHUNK characters',
  'src/client/search/notices.ts: element': 'MAX_RECOGNISED words',
  'src/cli/terminal/dump-lines.ts: Math.max': 'MOST_ROWS names',
  'src/cli/search.ts: notices.push': 'the few numbers near one that is asked for',
  'src/render/kept-elements.ts: make': 'the parameters of the function that is kept',
  'src/search/codec/shard-script.ts: Math.min': '2 to the power of KEY_BITS',
  'src/search/engine.ts: warmUp': 'its parameters',
  'src/search/indexer/occurrences.ts: String.fromCharCode': 'LONGEST_RUN words',
}

function listSources(layer: string): string[] {
  return readdirSync(join(ROOT, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${layer}/${name.replaceAll('\\', '/')}`)
}

/** The calls of a module that spread an argument, each as the text of its function: `children.push`. */
function spreadCalls(source: string): string[] {
  const { code } = transformSync(source, { loader: 'tsx', target: 'esnext', jsx: 'automatic' })
  const found: string[] = []
  const look = ({ callee, arguments: given }: CallExpression | NewExpression) => {
    if (given.some((argument) => argument.type === 'SpreadElement')) found.push(code.slice(callee.start, callee.end))
  }
  simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), { CallExpression: look, NewExpression: look })
  return found
}

test('are found in calls and constructors, and not in lists', () => {
  assert.equal(spreadCalls('a.push(...b); new Set(...c); f(1, ...d)').sort(), ['Set', 'a.push', 'f'])
  assert.equal(spreadCalls('[...a]; f([...b]); const g = (...c) => c'), [])
})

test('are nowhere but where the number of arguments is bounded', () => {
  const found = ['src', 'templates']
    .flatMap(listSources)
    .flatMap((file) => spreadCalls(readFileSync(join(ROOT, file), 'utf8')).map((called) => `${file}: ${called}`))
  assert.equal(
    found.filter((call) => !Object.hasOwn(BOUNDED, call)),
    [],
  )
})

test.run()
