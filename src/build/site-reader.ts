/**
 * A site to read from, in a folder or in a ZIP, without unpacking it. A `SiteSource` is a plain value that crosses threads;
 * `readSiteFile` is all that one does with it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KbError } from '../kb-error.js'
import { readZipFile, type ZipPlace } from './zip-reader.js'

/** Where the files of a site are. */
export type SiteSource =
  | { readonly type: 'folder'; readonly directory: string }
  | { readonly type: 'zip'; readonly archive: string; readonly places: ReadonlyMap<string, ZipPlace> }

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
