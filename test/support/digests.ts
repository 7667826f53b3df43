/** Digests for the tests of what is made of them: catalog, lists, statistics, keys of pages. */
import type { Digest } from '../../src/pipeline/parse/digest.js'
import { type DigestTable, readDigests, writeDigests } from '../../src/pipeline/parse/digest-table.js'

export function makeDigest(number: number, more: Partial<Digest> = {}): Digest {
  return {
    number,
    title: `PRB: "Tray ${number}" Is Empty`,
    type: 'PRB',
    modified: '2001-06-11',
    product: { code: 'contprn', name: 'Contoso Printing' },
    products: ['contoso-printing\nContoso Printing'],
    versions: ['contoso-printing/2.0\nContoso Printing 2.0'],
    summary: 'It waits — for ever.',
    keywords: ['kbContosoPrint'],
    technology: [],
    systems: ['WINDOWS', 'OS/2'],
    issueTypes: ['kbprb'],
    errors: ['0x80004005'],
    cites: [100_101, 299_999],
    sections: ['symptoms', 'status'],
    blocks: ['paragraph'],
    problems: [['no-date', 4]],
    ...more,
  }
}

const NO_CODES: ReadonlyMap<string, string> = new Map()

/** The table of some digests, as a build writes and reads it; `codes` are learnt from products elsewhere. */
export function toTable(digests: readonly Digest[], codes = NO_CODES): DigestTable {
  return readDigests(writeDigests(digests), codes)
}
