/**
 * The promise of equal bytes: all builds of Node from nodejs.org contain the same zlib. A Node that links the zlib of
 * its system, such as Debian's, compresses the files of the search index to other bytes that unpack to the same.
 */

/** The settings with which a Node was compiled, as in `process.config.variables`. */
export type NodeSettings = Readonly<Record<string, unknown>>

/** A note if the search index will have other bytes than one made by a Node from nodejs.org; else null. */
export function describeZlib(settings: NodeSettings): string | null {
  if (settings.node_shared_zlib !== true) return null
  return 'This Node uses the zlib of the system: some files of the index have other bytes than with a Node from nodejs.org.'
}
