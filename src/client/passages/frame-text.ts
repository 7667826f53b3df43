/**
 * The text of an article's page on `file://`, where no script may read another file: the search page opens the article in a hidden frame,
 * and the page's own script answers with its text. Both ends of that message.
 */
import { element } from '../dom.js'
import { type PageSection, readSections } from './page-sections.js'

/** The name of a frame that asks for its page's text: no other frame is answered, such as a reader's of ZIM files. */
const FRAME_NAME = 'kb-text'
/** A page that takes longer is missing: a frame tells nobody. */
const PATIENCE_MS = 5000

/** Whether this page was opened to be read by the page around it. Never on a host, where other sites could ask. */
export function isTextFrame(): boolean {
  return window.name === FRAME_NAME && window.parent !== window && location.protocol === 'file:'
}

/** Answers the page around. Local files have no origin that could be named. */
export function answerWithText(): void {
  window.parent.postMessage(readSections(document), '*')
}

/** Asks the page at `address`. */
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
