/** The files of the index: any bytes are a value or an error that names the file; memory and time stay bounded. */
import * as assert from 'uvu/assert'
import { deflate } from '../../../src/search/codec/deflate.js'
import { inflate } from '../../../src/search/codec/inflate.js'
import {
  parseShardScript,
  readPayload,
  stampOf,
  toShardFile,
  toTextShardFile,
} from '../../../src/search/codec/shard-script.js'
import { createSearch } from '../../../src/search/engine.js'
import { MANIFEST_NAME } from '../../../src/search/shards/manifest.js'
import type { LoadedShard, ShardFile, ShardLoader } from '../../../src/search/types.js'
import { makeDocument, makeFiles, makeRequest } from '../../search/memory-index.js'
import type { Random } from '../random.js'
import type { Target } from '../target.js'

/** What was deflated; null for what was not. */
function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflate(bytes)
  } catch {
    return null
  }
}

const documents = Array.from({ length: 70 }, (_, index) =>
  makeDocument(
    100_000 + index * 7,
    `Printer ${index}`,
    `The spooler of server ${index % 9} waits for paper. `.repeat(1 + (index % 4)),
    {
      sections: [
        { name: 'cause', start: 0 },
        { name: 'resolution', start: 12 },
      ],
    },
  ),
)

/** What a file of the index holds, unpacked where it is deflated. */
interface Part {
  readonly name: string
  readonly stamp: string
  readonly isDeflated: boolean
  readonly content: Buffer
}

const files = await makeFiles(documents)
const parts = await Promise.all(files.map(toPart))
const shardCache = new Map(files.map((file) => [file.name, file]))

async function toPart({ name, stamp, bytes }: ShardFile): Promise<Part> {
  const shard = parseShardScript(bytes)
  if (shard === null) throw new Error(`Expected a shard, found ${name}`)
  if (name === MANIFEST_NAME) return { name, stamp, isDeflated: false, content: Buffer.from(shard.payload) }
  const payload = readPayload(shard.payload)
  const unpacked = inflated(payload)
  return { name, stamp, isDeflated: unpacked !== null, content: Buffer.from(unpacked ?? payload) }
}

/** The first byte of an input says which part it takes the place of, the second how. */
function toInput(part: number, how: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([part % 256, how]), content])
}

export const shards: Target = {
  name: 'shards',
  isGuide: (file) => /\/src\/search\//.test(file),
  seeds: () => parts.slice(0, 256).map(({ content }, part) => toInput(part, 0, content)),
  dictionary: [
    ...['\xff\xff\xff\xff\x0f', '\x80\x80\x80\x80\x08', '\x00', '\x01', '\x7f', '\xff', '\x80', 'kbShard("', '")'],
    ...['"articleCount":', '4294967295', '-1', '1e99', 'null', '[]', '{}', '"words":', '"breaks":'],
  ].map((text) => Buffer.from(text, 'latin1')),
  maxBytes: 40_000,
  generate(random: Random) {
    const part = random.below(parts.length)
    const content = Buffer.from(random.list(60, () => random.below(256)))
    return toInput(part, random.below(256), random.chance(0.5) ? content : (parts[part]?.content ?? content))
  },
  check,
}

const QUERIES = [
  'printer spooler',
  '"waits for paper"',
  '"the spooler of server"',
  'in:resolution paper',
  'serv*',
  'papre~1',
  '-printer',
  'q100007',
]

async function check(input: Buffer): Promise<void> {
  const [which = 0, how = 0] = input
  const part = parts[which % parts.length]
  if (part === undefined) return
  const script = await toScript(part, how, input.subarray(2))
  const search = createSearch(makeDamagedLoader(part, script))
  for (const text of QUERIES)
    try {
      const { hits } = await search.search(makeRequest(text, { limit: 20 }))
      await search.cards(hits.map(({ number }) => number))
    } catch (error) {
      assertNamed(error)
    }
  for (const fault of search.takeFaults()) assert.match(fault, /search\/\S+\.js /, 'a fault names no file')
}

/** An error names the file, or is the loader's own, which does. */
function assertNamed(error: unknown): void {
  assert.instance(error, Error)
  if (error instanceof Error) assert.match(error.message, /search\/\S+\.js /, `not clear: ${error.message}`)
}

/** The script with the input in it: as content, deflated where that is usual, as packed bytes, or as the file itself. */
async function toScript({ name, isDeflated }: Part, how: number, content: Buffer): Promise<ShardFile> {
  if (how % 8 === 7) return { name, stamp: '', bytes: content }
  if (name === MANIFEST_NAME) return toTextShardFile(name, 'x', content.toString('utf8'))
  return toShardFile(name, isDeflated && how % 8 !== 6 ? await deflate(content) : content)
}

/** All files of the index, one of them changed, and a manifest that knows of it. */
function makeDamagedLoader(part: Part, script: ShardFile): ShardLoader {
  return {
    async load(name): Promise<LoadedShard> {
      const file = name === part.name ? script : shardCache.get(name)
      const shard = file === undefined ? null : parseShardScript(file.bytes)
      if (shard === null) throw new Error(`The file search/${name}.js is missing`)
      if (name !== MANIFEST_NAME || part.name === MANIFEST_NAME) return shard
      return {
        ...shard,
        payload: shard.payload.replaceAll(JSON.stringify(part.stamp), JSON.stringify(stampFor(script))),
      }
    },
  }
}

/** The stamp that the engine will compute of a script's payload. */
function stampFor({ bytes }: ShardFile): string {
  const shard = parseShardScript(bytes)
  return shard === null ? '' : stampOf(readPayload(shard.payload))
}
