/** Worker: hashes the wording of texts. */
import { hash } from 'node:crypto'
import { readWording } from '../../article/text/wording.js'
import type { Position } from '../../workers/position.js'
import type { SourceRecord, Wording } from '../store/source-record.js'
import { SpoolReader } from '../store/spool.js'

export interface CompareInput {
  readonly texts: readonly SourceRecord[]
  readonly rawFolder: string
  readonly encoding: string | null
}

/** The wordings of the texts, in their order. */
export type CompareOutput = readonly Wording[]

const HASH_DIGITS = 32

export function performCompare({ texts, rawFolder, encoding }: CompareInput, position: Position): CompareOutput {
  const reader = new SpoolReader(rawFolder)
  const wordings = texts.map((record) => {
    position.at(record.number)
    const words = readWording({ form: record.form, bytes: reader.read(record) }, encoding)
    position.advance(1)
    return { hash: hash('sha256', words, 'hex').slice(0, HASH_DIGITS), length: words.length }
  })
  reader.close()
  return wordings
}
