/** A build's options: those that a caller names, and the whole set that the steps read. */
import { availableParallelism } from 'node:os'
import { DEFAULT_LIMITS, type Limits } from '../../dump/limits.js'

/** The site's title where none is given. */
export const DEFAULT_TITLE = 'Knowledge Base archive'

/** The options of a build. Only `sources` and `out` are required. */
export interface BuildOptions {
  /** Paths of dumps: folders, `.zip`, `.tar`, `.tar.gz`, or single files. */
  readonly sources: readonly string[]
  /** The folder that gets `site/`, `data/` and the cache of the next build. It is made where it is missing. */
  readonly out: string
  /** The archive's name. Default: `Knowledge Base archive`. */
  readonly title?: string
  /** The address of the site, absolute and with a slash at the end; `null` (default): unknown, links stay relative. */
  readonly siteUrl?: string | null
  /** Worker threads; 0: all in this thread. Default: one a core. */
  readonly jobs?: number
  /** Whether the site has a copy of the data. Default: no. */
  readonly publishData?: boolean
  /** Whether the site has the original texts. Default: yes. */
  readonly originals?: boolean
  /** Whether the site has a service worker, which keeps visited pages for reading offline. Default: no. */
  readonly pwa?: boolean
  /** Whether results of the previous build are used, and kept for the next. Default: yes. */
  readonly cache?: boolean
  /**
   * The encoding of all texts: a label of the Encoding Standard, `cp437` or `cp850`; `null` (default): by their bytes.
   */
  readonly encoding?: string | null
  /** Limits of what is read, in bytes and files. Default: `DEFAULT_LIMITS`. */
  readonly limits?: Limits
}

/** The options of a build, each with a value. */
export type BuildSettings = Required<BuildOptions>

/** Fills in what the caller left out. */
export function toBuildSettings({
  sources,
  out,
  title = DEFAULT_TITLE,
  siteUrl = null,
  jobs = availableParallelism(),
  publishData = false,
  originals = true,
  pwa = false,
  cache = true,
  encoding = null,
  limits = DEFAULT_LIMITS,
}: BuildOptions): BuildSettings {
  return { sources, out, title, siteUrl, jobs, publishData, originals, pwa, cache, encoding, limits }
}

/**
 * What a build tells while it runs.
 *
 * - `step`: a step begins. `total`: how many `unit`s (`files`, `articles`, `pages`) it has; `null`: not known yet.
 * - `progress`: how many units of the step are done; several times a second.
 * - `note`: a sentence for the user.
 */
export type BuildEvent =
  | { readonly type: 'step'; readonly name: string; readonly unit: string; readonly total: number | null }
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'note'; readonly text: string }

/** Receives the events of a build. It must not throw. */
export type Report = (event: BuildEvent) => void
