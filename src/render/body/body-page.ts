import type { LinkTarget } from '../view.js'

/** What the body's plugins know of the page it will stand on. */
export interface BodyPage {
  /** From the page to the site's root: `../../../`. */
  readonly root: string
  readonly targets: ReadonlyMap<string, LinkTarget>
}

declare module 'vfile' {
  interface DataMap {
    page: BodyPage
  }
}
