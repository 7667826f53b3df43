/**
 * Loads files before the engine asks for them: the tables of every search, while the engine starts; the words of the
 * search that the page was opened with; and on `file://`, which costs no network, the vocabulary while nothing else
 * happens.
 */

import { lastAtMost } from '../../search/arrays/binary-search.js'
import type { Manifest } from '../../search/shards/manifest.js'
import { isCompact } from '../edition.js'
import type { PageShardLoader } from './shard-loader.js'

/** The most words of the opened search to load files for. */
const MOST_GUESSED = 8
/** Files of words that are loaded at the same time. A key pressed meanwhile waits for no more than these. */
const WORDS_AT_ONCE = 4
/** The pause between such groups of files, in milliseconds. */
const PAUSE_MS = 150
/** The time after the engine's last request for a file that counts as quiet, in milliseconds. */
const QUIET_MS = 500

/**
 * Loads ahead. `text`: the search that the page was opened with. Failures need no message here: they happen again, and
 * are reported, when the engine asks for the file.
 */
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

/** The word shards of a text's words: those of their stems, except for a few words at the edge of a shard. */
export function guessShards(text: string, firstTerms: readonly string[]): readonly number[] {
  const words = text.toLowerCase().match(WORD) ?? []
  if (firstTerms.length === 0) return []
  return [...new Set(words.slice(0, MOST_GUESSED).map((word) => lastAtMost(firstTerms, word)))]
}

const WORD = /[\p{L}\p{N}_][\p{L}\p{N}_.]+/gu

/** Waits until nothing is searched, since these files must not delay others. */
async function untilQuiet(loader: PageShardLoader): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  while (performance.now() - loader.lastAsked() < QUIET_MS)
}
