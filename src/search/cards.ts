/**
 * Cards: what is shown of a hit. 64 a file, by ordinal, deflated; a page of 20 hits reads at most 20 of them.
 */
import { deflate, inflate } from './deflate.js'
import type { SearchCard } from './types.js'
import { ByteReader, ByteWriter } from './varints.js'

export const CARDS_PER_SHARD = 64

/** `cards/0827`: the shard of an article's card. */
export function cardShardName(shard: number): string {
  return `cards/${String(shard).padStart(4, '0')}`
}

/** Writes the cards of one shard. */
export function writeCards(cards: readonly SearchCard[]): Promise<Uint8Array> {
  const writer = new ByteWriter()
  writer.writeNumber(cards.length)
  for (const card of cards) {
    writer.writeNumber(card.number)
    for (const text of [card.title, card.type, card.product.code, card.product.name, card.modified, card.summary]) {
      writer.writeText(text ?? '')
    }
    writer.writeText(card.issueTypes.join(' '))
  }
  return deflate(writer.toBytes())
}

/** Reads the cards of a shard. */
export async function readCards(bytes: Uint8Array): Promise<readonly SearchCard[]> {
  const reader = new ByteReader(await inflate(bytes))
  const textOrNull = () => reader.readText() || null
  return Array.from({ length: reader.readNumber() }, () => {
    const number = reader.readNumber()
    return {
      number,
      id: `Q${number}`,
      title: reader.readText(),
      type: textOrNull(),
      product: { code: textOrNull(), name: reader.readText() },
      modified: textOrNull(),
      summary: reader.readText(),
      issueTypes: reader
        .readText()
        .split(' ')
        .filter((word) => word !== ''),
    }
  })
}
