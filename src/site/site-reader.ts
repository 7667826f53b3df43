/**
 * A site to read from, in a folder or in a ZIP, without unpacking it, the packs of a compact edition included. A `SiteSource` is a plain value that crosses threads;
 * `readSiteFile` is all that one does with it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KbError } from '../kb-error.js'
import type { PackTable } from '../render/page-pack.js'
import { readPackedFile } from './compact-reader.js'
import { readZipFile, type ZipPlace } from './zip-reader.js'

/** Where the stored files of a site are. */
export type StoredSource =
  | { readonly type: 'folder'; readonly directory: string }
  | { readonly type: 'zip'; readonly archive: string; readonly places: ReadonlyMap<string, ZipPlace> }

/** Where the files of a site are; those of a compact edition are stored or in its packs. */
export type SiteSource =
  | StoredSource
  | { readonly type: 'compact'; readonly stored: StoredSource; readonly table: PackTable }

/** The bytes of a file of the site; fails with what to say of it. */
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
