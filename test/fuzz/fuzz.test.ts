/** A short round of the fuzzer from a fixed seed, and everything that longer ones have found, again. `npm run fuzz` goes on from there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runs } from '../support/thorough.js'
import { runCampaign } from './campaign.js'
import { TARGETS } from './targets.js'

const fuzz = suite('fuzzer')

/** Inputs beyond the seeds; `npm run fuzz` has millions. */
const EXECUTIONS: Readonly<Record<string, number>> = { parser: 100, archives: 150, query: 100, shards: 150 }

for (const [name, load] of Object.entries(TARGETS)) {
  fuzz(`finds nothing in a short round on the ${name}`, async () => {
    const most = runs(EXECUTIONS[name] ?? 0)
    const { findings, blocks } = await runCampaign(await load(), { seed: 1, goesOn: (executions) => executions < most })
    assert.equal(
      findings.map(({ message, input }) => `${message} ${input.toString('base64').slice(0, 2000)}`),
      [],
    )
    assert.ok(blocks > 0, 'nothing of what guides the fuzzer has run')
  })

  for (const { title, bytes } of listFindings(name))
    fuzz(`keeps mended in the ${name}: ${title}`, async () => {
      await (await load()).check(bytes)
    })
}

/** Inputs that once broke a law, each named after why. */
function listFindings(name: string): readonly { readonly title: string; readonly bytes: Buffer }[] {
  const folder = fileURLToPath(new URL(`./findings/${name}/`, import.meta.url))
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((file) => ({
    title: file.replace(/\.\w+$/, '').replaceAll('-', ' '),
    bytes: readFileSync(folder + file),
  }))
}

fuzz('names what breaks a law, made small', async () => {
  const { findings } = await runCampaign(
    {
      name: 'letters',
      isGuide: () => false,
      seeds: () => [Buffer.from('abcdefgh')],
      dictionary: ['x'],
      maxBytes: 100,
      generate: () => Buffer.from('aaaaaaaaxbbbbbbbb'),
      check: (input) => assert.not.ok(input.includes('x'), 'an x'),
    },
    { seed: 1, goesOn: (executions) => executions < 100 },
  )
  assert.equal(
    findings.map(({ message, input }) => `${message}: ${input}`),
    ['Assertion: an x: x'],
  )
})

fuzz.run()
