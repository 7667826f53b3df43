/** Worker threads: they do what is asked of them, say what went wrong and where, and end. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { KbError } from '../../src/kb-error.js'
import { createPool, type Pool } from '../../src/workers/pool.js'
import type { TaskTable } from '../../src/workers/task-table.js'
import { makeFolder } from '../support/small-site.js'

const test = suite('pool')

type Tasks = {
  readonly double: { readonly input: number; readonly output: number }
  readonly refuse: { readonly input: number; readonly output: never }
  readonly die: { readonly input: number; readonly output: never }
}

/** The tasks as the worker has them; `die` ends the thread in the middle of its work. */
const TASKS = `{
  double: { load: async () => (input, position) => (position.advance(1), input * 2) },
  refuse: {
    load: async () => (number, position) => {
      position.at(number)
      throw new KbError('odd', 'Expected an even number', { hint: 'Try another.' })
    },
  },
  die: { load: async () => (number, position) => (position.at(number), process.exit(3)) },
}`

const INLINE: TaskTable<Tasks> = {
  double: {
    load: async () => (input, position) => {
      position.advance(1)
      return input * 2
    },
  },
  refuse: { load: async () => refuse },
  die: { load: async () => refuse },
}

function refuse(): never {
  throw new Error('no task of this thread')
}

function makeEntry(): URL {
  const lib = new URL('../../lib/src/', import.meta.url)
  const file = join(makeFolder(), 'entry.mjs')
  writeFileSync(
    file,
    `import { serveTasks } from '${new URL('workers/serve-tasks.js', lib)}'
import { KbError } from '${new URL('kb-error.js', lib)}'
serveTasks(${TASKS})
`,
  )
  return pathToFileURL(file)
}

/** Lets `use` work with a pool of so many threads. */
async function withPool(size: number, use: (pool: Pool<Tasks>) => Promise<void>): Promise<void> {
  const pool = createPool<Tasks>({ size, tasks: INLINE, entry: makeEntry() })
  try {
    await use(pool)
  } finally {
    await pool.close()
  }
}

async function double(pool: Pool<Tasks>, numbers: readonly number[]): Promise<readonly string[]> {
  const done: string[] = []
  const tasks = numbers.map((input) => ({ name: 'double' as const, label: `number ${input}`, input }))
  await pool.runAll(tasks, (output, { input }) => done.push(`${input}: ${output}`))
  return done.sort()
}

/** What a task fails with. */
async function failureOf(pool: Pool<Tasks>, name: 'refuse' | 'die'): Promise<KbError> {
  try {
    await pool.runAll([{ name, label: 'bucket 214', input: 214_864 }], () => undefined)
  } catch (error) {
    if (error instanceof KbError) return error
    throw error
  }
  throw new Error('Expected a failure')
}

for (const size of [0, 1, 3])
  test(`performs every task once, with ${size} threads`, () =>
    withPool(size, async (pool) => {
      assert.is(pool.size, size)
      assert.equal(await double(pool, [1, 2, 3, 4, 5]), ['1: 2', '2: 4', '3: 6', '4: 8', '5: 10'])
      assert.is(pool.done(), 5)
      assert.equal(await double(pool, []), [])
    }))

test('takes more tasks after those before are done', () =>
  withPool(2, async (pool) => {
    await double(pool, [1, 2])
    pool.prepare('double')
    assert.equal(await double(pool, [7]), ['7: 14'])
  }))

test('fails with the message and the hint of the task, its label and the article at hand', () =>
  withPool(1, async (pool) => {
    const { message, where, hint } = await failureOf(pool, 'refuse')
    assert.equal([message, where, hint], ['Expected an even number', 'bucket 214, article Q214864', 'Try another.'])
  }))

test('works on after a task has failed', () =>
  withPool(1, async (pool) => {
    await failureOf(pool, 'refuse')
    assert.equal(await double(pool, [4]), ['4: 8'])
  }))

test('says which article a thread had that ended by itself, and gives it no more', () =>
  withPool(1, async (pool) => {
    const { where } = await failureOf(pool, 'die')
    assert.is(where, 'bucket 214, article Q214864')
    const again = await failureOf(pool, 'refuse')
    assert.is(again.where, 'bucket 214, article Q214864')
  }))

test('asks for no more tasks after one has failed', () =>
  withPool(1, async (pool) => {
    let asked = 0
    function* tasks() {
      for (; asked < 10; asked++) yield { name: 'refuse' as const, label: `task ${asked}`, input: asked }
    }
    let message = ''
    await pool
      .runAll(tasks(), () => undefined)
      .catch((error: Error) => {
        message = error.message
      })
    assert.is(message, 'Expected an even number')
    assert.is(asked, 0)
  }))

test.run()
