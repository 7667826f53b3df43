/** The options of a build, as a caller gives them and as the steps read them; and the events of a build. */
import { availableParallelism } from 'node:os'
import { DEFAULT_LIMITS, type Limits } from '../../dump/limits.js'

/** The default title of the site. */
export const DEFAULT_TITLE = 'Knowledge Base archive'

/** The options of a build. Only `sources` and `out` are required. */
export interface BuildOptions {
  /** Paths of dumps: folders, `.zip`, `.tar`, `.tar.gz`, or single files. */
  readonly sources: readonly string[]
  /** The folder for `site/`, `data/` and the cache. It is created if it does not exist. */
  readonly out: string
  /** The archive's name. Default: `Knowledge Base archive`. */
  readonly title?: string
  /** The absolute URL of the site, with a slash at the end. `null` (default): unknown; links are relative. */
  readonly siteUrl?: string | null
  /** Number of worker threads; 0: everything runs in the calling thread. Default: one per core. */
  readonly jobs?: number
  /** True if the site contains a copy of the data. Default: no. */
  readonly publishData?: boolean
  /** True if the site contains the original texts. Default: yes. */
  readonly originals?: boolean
  /** True if the site has a service worker, which keeps visited pages for reading offline. Default: no. */
  readonly pwa?: boolean
  /** True if results of the previous build are reused, and this build's are cached for the next. Default: yes. */
  readonly cache?: boolean
  /** The encoding of all texts: a label of the Encoding Standard, `cp437` or `cp850`. `null` (default): detected. */
  readonly encoding?: string | null
  /** Limits on the input, in bytes and files. Default: `DEFAULT_LIMITS`. */
  readonly limits?: Limits
}

/** All options of a build, with defaults filled in. */
export type BuildSettings = Required<BuildOptions>

/** Fills in the defaults. */
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
 * An event of a running build.
 *
 * - `step`: a step begins. `total` is its number of `unit`s (`files`, `articles`, `pages`), or `null` if not yet known.
 * - `progress`: the number of units of the step that are done; sent several times a second.
 * - `note`: a sentence for the user.
 */
export type BuildEvent =
  | { readonly type: 'step'; readonly name: string; readonly unit: string; readonly total: number | null }
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'note'; readonly text: string }

/** Receives the events of a build. It must not throw. */
export type Report = (event: BuildEvent) => void
