/** Reads a ZIP with yauzl, which shares no code with the writer under test. */
import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise } from 'yauzl'

/** The content of every file by name, in the archive's order. Throws on anything that yauzl finds wrong. */
export async function readZip(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(path)
  const contents = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>)
    contents.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return contents
}
