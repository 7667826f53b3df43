/**
 * Reads the text of an article's page on `file://`, where no script may read another file. The search page opens the
 * article in a hidden frame, and the page's own script answers with its text. Both ends of that message are here.
 */
import { element } from '../dom.js'
import { type PageSection, readSections } from './page-sections.js'

/**
 * The name of a frame that asks for its page's text. A frame of another name, as in a reader of ZIM files, gets no
 * answer.
 */
const FRAME_NAME = 'kb-text'
/** The time after which a page counts as missing, since a frame reports no failure. */
const PATIENCE_MS = 5000

/** True if this page was opened to be read by the page around it. Never on a host, where other sites could ask. */
export function isTextFrame(): boolean {
  return window.name === FRAME_NAME && window.parent !== window && location.protocol === 'file:'
}

/** Answers the page around this one. The message names no origin, since local files have none. */
export function answerWithText(): void {
  window.parent.postMessage(readSections(document), '*')
}

/** Asks the page at `address` for its text. Rejects if no answer comes in time. */
export function askFrame(address: string): Promise<readonly PageSection[]> {
  return new Promise((resolve, reject) => {
    const frame = element('iframe', { name: FRAME_NAME, src: address, hidden: true, title: 'Text of an article' })
    const end = (settle: () => void) => {
      clearTimeout(patience)
      window.removeEventListener('message', hear)
      frame.remove()
      settle()
    }
    const hear = ({ source, data }: MessageEvent<readonly PageSection[]>) => {
      if (source === frame.contentWindow) end(() => resolve(data))
    }
    const patience = setTimeout(() => end(() => reject(new Error(`${address} did not answer`))), PATIENCE_MS)
    window.addEventListener('message', hear)
    document.body.append(frame)
  })
}
