import type { LinkTarget } from '../view.js'

/** The page that a body is rendered for, as its plugins see it. */
export interface BodyPage {
  /** The relative address from the page to the root of the site: `../../../`. */
  readonly root: string
  /** The cited articles, by id. */
  readonly targets: ReadonlyMap<string, LinkTarget>
}

declare module 'vfile' {
  interface DataMap {
    page: BodyPage
  }
}
