/**
 * Finds the passages of hits as they come near the window: reads an article's text, lets the engine find the passage in
 * it, and hands it over. A hit that nobody scrolls to costs nothing.
 */
import type { QueryWord } from '../../search/types.js'
import type { EnginePort } from '../engine/engine-port.js'
import type { PageSection } from '../passages/page-sections.js'
import type { ReadText } from '../passages/page-texts.js'
import { toBrowserFragment, toPassageText, toScriptFragment } from '../passages/passage-fragment.js'
import type { ShownPassage } from './result-list.js'
import { createTimer } from './timer.js'

/** Texts that are read at the same time. A frame takes the page's own time; a host answers several requests at once. */
const MOST_READING = 4
/** The distance from the window at which a hit counts as near. */
const NEAR = '200px'

export interface PassageWatchOptions {
  readonly read: ReadText
  readonly port: Pick<EnginePort, 'findPassage'>
  /** True if the page's own script goes to the passage, since the browser can't. */
  readonly isScripted: boolean
  readonly show: (number: number, passage: ShownPassage) => void
}

export interface PassageWatch {
  /**
   * Finds the passages of these hits for these words, after `delayMs` without another call. Forgets all earlier hits.
   */
  follow(items: readonly HTMLElement[], words: readonly QueryWord[], delayMs: number): void
}

export function createPassageWatch({ read, port, isScripted, show }: PassageWatchOptions): PassageWatch {
  let observer: IntersectionObserver | null = null

  function watch(items: readonly HTMLElement[], words: readonly QueryWord[]): void {
    const queue: number[] = []
    let reading = 0
    const current = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue
          current.unobserve(target)
          queue.push(Number(target.dataset.number))
        }
        readNext()
      },
      { rootMargin: NEAR },
    )
    observer = current
    for (const item of items) current.observe(item)

    function readNext(): void {
      while (observer === current && reading < MOST_READING) {
        const number = queue.shift()
        if (number === undefined) return
        reading += 1
        find(number, words)
          .then((passage) => {
            if (observer === current && passage !== null) show(number, passage)
          })
          // A page that can't be loaded is missing when it is opened, too; the hit keeps its summary.
          .catch(() => null)
          .finally(() => {
            reading -= 1
            readNext()
          })
      }
    }
  }

  async function find(number: number, words: readonly QueryWord[]): Promise<ShownPassage | null> {
    const sections = await read(number)
    const passage = await port.findPassage({ sections, words })
    const section = sections[passage?.section ?? -1]
    if (passage === null || section === undefined) return null
    return { heading: passage.heading, pieces: passage.pieces, fragment: toFragment(section, passage) }
  }

  function toFragment(section: PageSection, passage: Parameters<typeof toPassageText>[1]): string {
    const text = toPassageText(section, passage)
    if (text === null) return section.id === null ? '' : `#${section.id}`
    return isScripted ? toScriptFragment(text) : toBrowserFragment(text, section.id)
  }

  const delay = createTimer(0)
  return {
    follow(items, words, delayMs) {
      observer?.disconnect()
      observer = null
      delay.start(() => watch(items, words), delayMs)
    },
  }
}
