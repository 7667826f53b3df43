/** What a build is asked to do. */
import type { Limits } from '../../dump/limits.js'

export interface BuildOptions {
  /** Folders, ZIPs, TARs, files; as the user wrote them. */
  readonly sources: readonly string[]
  /** The folder that gets `site/` and `data/`. */
  readonly out: string
  readonly title: string
  /** Absolute, with a trailing slash, or null. */
  readonly siteUrl: string | null
  /** Worker threads; 0: none, all in the main thread. */
  readonly jobs: number
  readonly publishData: boolean
  readonly originals: boolean
  /** Whether the site has a service worker. */
  readonly pwa: boolean
  readonly cache: boolean
  /** Overrules the evidence of the bytes; null: by evidence. */
  readonly encoding: string | null
  readonly limits: Limits
}

/** The site's title where none is given. */
export const DEFAULT_TITLE = 'Knowledge Base archive'

/** What a build tells whoever started it, as it goes on. */
export type BuildEvent =
  | { readonly type: 'step'; readonly name: string; readonly unit: string; readonly total: number | null }
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'note'; readonly text: string }

export type Report = (event: BuildEvent) => void
