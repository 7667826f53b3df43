/**
 * Reads the files of a site in a folder, in a ZIP, or in the packs of a compact edition, without unpacking. A
 * `SiteSource` is plain data and can be passed to other threads.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KbError } from '../kb-error.js'
import type { PackTable } from '../render/page-pack.js'
import { readPackedFile } from './compact-reader.js'
import { readZipFile, type ZipPlace } from './zip-reader.js'

/** The location of the stored files of a site. */
export type StoredSource =
  | { readonly type: 'folder'; readonly directory: string }
  | { readonly type: 'zip'; readonly archive: string; readonly places: ReadonlyMap<string, ZipPlace> }

/** The location of the files of a site. In a compact edition, a file is either stored or in a pack. */
export type SiteSource =
  | StoredSource
  | { readonly type: 'compact'; readonly stored: StoredSource; readonly table: PackTable }

/** Reads a file of the site. Throws a `KbError` if it is missing, unreadable or damaged. */
export function readSiteFile(source: SiteSource, path: string): Buffer {
  switch (source.type) {
    case 'folder':
      return readFolderFile(join(source.directory, path))
    case 'zip': {
      const place = source.places.get(path)
      if (place === undefined) throw new KbError('file-missing', 'Cannot find the file in the archive', { where: path })
      return readZipFile(source.archive, place)
    }
    case 'compact': {
      const read = (stored: string) => readSiteFile(source.stored, stored)
      return readPackedFile(source.table, path, read) ?? read(path)
    }
    default:
      return source satisfies never
  }
}

function readFolderFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new KbError('file-unreadable', 'Cannot read the file', { where: path, cause })
  }
}
