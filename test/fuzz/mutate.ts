/**
 * Makes an input of another: what a fuzzer does to bytes, and what only makes sense for texts of lines. Knows no format.
 */
import type { Random } from './random.js'

/** What mutations draw from. */
export interface Material {
  /** Pieces that mean something in the format. */
  readonly dictionary: readonly (string | Buffer)[]
  /** Inputs to take pieces of. */
  readonly corpus: readonly Buffer[]
  /** Larger inputs are cut. */
  readonly maxBytes: number
}

type Mutation = (input: Buffer, random: Random, material: Material) => Buffer

/** Up to six mutations, one after the other. */
export function mutate(input: Buffer, random: Random, material: Material): Buffer {
  let mutated = input
  for (let left = 1 + random.below(6); left > 0; left--) mutated = random.pick(MUTATIONS)(mutated, random, material)
  return mutated.subarray(0, material.maxBytes)
}

const ODD_NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

const MUTATIONS: readonly Mutation[] = [
  (input, random) => {
    const copy = Buffer.from(input)
    const at = random.below(copy.length)
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
    return copy
  },
  (input, random) => replace(input, random, 0, Buffer.from([random.below(256)])),
  (input, random) => replace(input, random, 1, Buffer.from([random.below(256)])),
  (input, random) => {
    const copy = Buffer.from(input)
    const number = random.pick(ODD_NUMBERS)
    if (copy.length >= 4) copy.writeUInt32LE(number, random.below(copy.length - 3))
    return copy
  },
  (input, random) => replace(input, random, random.smallBelow(input.length + 1), Buffer.alloc(0)),
  (input, random, { dictionary }) => replace(input, random, 0, Buffer.from(random.pick(dictionary))),
  (input, random, { dictionary }) => replace(input, random, random.below(20), Buffer.from(random.pick(dictionary))),
  (input, random) => replace(input, random, 0, pieceOf(input, random)),
  (input, random, { corpus }) => replace(input, random, random.below(100), pieceOf(random.pick(corpus), random)),
  (input, random, { corpus }) => {
    const other = random.pick(corpus)
    return Buffer.concat([
      input.subarray(0, random.below(input.length + 1)),
      other.subarray(random.below(other.length)),
    ])
  },
  (input, random, { maxBytes }) => {
    const piece = pieceOf(input, random)
    const times = Math.min(1 + random.smallBelow(4000), Math.floor(maxBytes / (piece.length + 1)))
    return replace(input, random, 0, Buffer.concat(Array.from({ length: times }, () => piece)))
  },
  (input, random, { dictionary }) =>
    onLines(
      input,
      random,
      (lines, at) => void lines.splice(at, 0, Buffer.from(random.pick(dictionary)).toString('latin1')),
    ),
  (input, random) => onLines(input, random, (lines, at) => void lines.splice(at, 1 + random.smallBelow(8))),
  (input, random) => onLines(input, random, (lines, at) => void lines.splice(at, 0, random.pick(lines))),
  (input, random) =>
    onLines(input, random, (lines, at) => {
      lines[at] = ' '.repeat(random.below(9)) + (lines[at] ?? '').trimStart()
    }),
  (input, random) =>
    onLines(input, random, (lines, at) => {
      lines[at] = (lines[at] ?? '') + random.pick(lines)
    }),
]

/** `length` bytes somewhere, replaced. */
function replace(input: Buffer, random: Random, length: number, by: Buffer): Buffer {
  const at = random.below(input.length + 1)
  return Buffer.concat([input.subarray(0, at), by, input.subarray(Math.min(input.length, at + length))])
}

function pieceOf(input: Buffer, random: Random): Buffer {
  const at = random.below(input.length + 1)
  return input.subarray(at, at + 1 + random.smallBelow(400))
}

/** The input as lines, one character a byte, with its own line ends. */
function onLines(input: Buffer, random: Random, change: (lines: string[], at: number) => void): Buffer {
  const text = input.toString('latin1')
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(lineEnd)
  change(lines, random.below(lines.length))
  return Buffer.from(lines.join(lineEnd), 'latin1')
}
