/**
 * Loads what the engine is going to ask for: the tables of every search while the engine starts, which takes as long; the words
 * of the search that the page was opened with; and on `file://`, where it costs no network, the vocabulary while nothing else is to do.
 */

import { lastAtMost } from '../../search/arrays/binary-search.js'
import type { Manifest } from '../../search/shards/manifest.js'
import { isCompact } from '../edition.js'
import type { PageShardLoader } from './shard-loader.js'

/** Words of an opened search that are worth a guess. */
const MOST_GUESSED = 8
/** Files of words loaded in one go: a key that is pressed meanwhile waits for no more. */
const WORDS_AT_ONCE = 4
/** Between those; all words then take three seconds. */
const PAUSE_MS = 150
/** Since the last file that the engine has asked for. */
const QUIET_MS = 500

/** `text`: what the page was opened with. What fails here fails again where the engine asks for it, and is said there. */
export async function loadAhead(loader: PageShardLoader, text: string): Promise<void> {
  const manifest = await loader.loadAhead('manifest', null)
  if (manifest === null) return
  const { lengths, columns, words }: Pick<Manifest, 'lengths' | 'columns' | 'words'> = JSON.parse(manifest.payload)
  const loadWords = (shards: readonly number[]) =>
    Promise.all(shards.map((shard) => loader.loadAhead(`words/${words[shard]?.name}`, words[shard]?.stamp ?? '')))
  const firstTerms = words.map(({ firstTerm }) => firstTerm)
  const guessed = guessShards(text, firstTerms)
  await Promise.all([loader.loadAhead('lengths', lengths), loader.loadAhead('columns', columns), loadWords(guessed)])
  if (location.protocol !== 'file:' || isCompact()) return
  const others = [...firstTerms.keys()].filter((shard) => !guessed.includes(shard))
  for (let from = 0; from < others.length; from += WORDS_AT_ONCE) {
    await untilQuiet(loader)
    await loadWords(others.slice(from, from + WORDS_AT_ONCE))
  }
}

/** The word shards of a text's words, which are those of their stems, but for a few at the edge of a shard. */
export function guessShards(text: string, firstTerms: readonly string[]): readonly number[] {
  const words = text.toLowerCase().match(WORD) ?? []
  if (firstTerms.length === 0) return []
  return [...new Set(words.slice(0, MOST_GUESSED).map((word) => lastAtMost(firstTerms, word)))]
}

const WORD = /[\p{L}\p{N}_][\p{L}\p{N}_.]+/gu

/** Waits for a moment in which nothing is searched: who does not wait for these files should not wait for others either. */
async function untilQuiet(loader: PageShardLoader): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  while (performance.now() - loader.lastAsked() < QUIET_MS)
}
