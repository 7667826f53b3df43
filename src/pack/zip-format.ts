/**
 * Writes the records of a ZIP (PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16).
 *
 *     zip        file*  central-header*  zip64-end?  end-record  comment
 *     file       local-header  bytes                 deflated or stored
 *     zip64-end  zip64-record  zip64-locator         only from 65,535 files or 4 GiB on
 *
 * A central header has the offset of the local header. docs/decisions.md says why no library writes them.
 */

/** A file in the ZIP. Sizes are in bytes; `packedSize` is the number of bytes after the local header. */
export interface ZipEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc: number
  readonly size: number
  readonly packedSize: number
}

/** A file and the offset of its local header. */
export interface PlacedEntry extends ZipEntry {
  readonly offset: number
}

/** The central directory: number of entries, offset and size in bytes. */
export interface ZipDirectory {
  readonly entries: number
  readonly offset: number
  readonly size: number
  /** The comment at the end of the ZIP, in ASCII. */
  readonly comment: string
}

/**
 * The date of every file: 1980-02-01 00:00, as Gradle writes it. DOS times have no time zone; the first of January,
 * less some hours, would be before their epoch.
 */
const fixedDate = (0 << 9) | (2 << 5) | 1
const fixedTime = 0

/** Version 2.0 can read deflated files, version 4.5 ZIP64. "Made by" is Unix, so that readers use the mode below. */
const versionNeeded = 20
const versionNeeded64 = 45
const madeByUnix = 3 << 8
/** External attributes of a regular file, rw-r--r--: the Unix mode is in the upper half. */
const regularFile0644 = 0o100644 * 0x10000
/** Bit 11 of the flags: the name is UTF-8. Not set for ASCII names, which every reader can read. */
const utf8Name = 0x0800

const max16 = 0xffff
const max32 = 0xffffffff

/** The record before the bytes of a file. */
export function toLocalHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name)
  const header = Buffer.alloc(30 + name.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(versionNeeded, 4)
  writeFileFields(header, 6, entry)
  header.writeUInt16LE(name.length, 26)
  name.copy(header, 30)
  return header
}

/** The record of a file in the central directory. */
export function toCentralHeader(entry: PlacedEntry): Buffer {
  const name = Buffer.from(entry.name)
  const far = entry.offset >= max32
  const header = Buffer.alloc(46 + name.length + (far ? 12 : 0))
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(madeByUnix | (far ? versionNeeded64 : versionNeeded), 4)
  header.writeUInt16LE(far ? versionNeeded64 : versionNeeded, 6)
  writeFileFields(header, 8, entry)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(far ? 12 : 0, 30)
  header.writeUInt32LE(regularFile0644, 38)
  header.writeUInt32LE(Math.min(entry.offset, max32), 42)
  name.copy(header, 46)
  if (far) {
    header.writeUInt16LE(0x0001, 46 + name.length)
    header.writeUInt16LE(8, 48 + name.length)
    header.writeBigUInt64LE(BigInt(entry.offset), 50 + name.length)
  }
  return header
}

/** The end record, with the ZIP64 records before it if a number does not fit. */
export function toEndOfArchive(directory: ZipDirectory): Buffer {
  const comment = Buffer.from(directory.comment, 'latin1')
  const end = Buffer.alloc(22 + comment.length)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(directory.entries, max16), 8)
  end.writeUInt16LE(Math.min(directory.entries, max16), 10)
  end.writeUInt32LE(Math.min(directory.size, max32), 12)
  end.writeUInt32LE(Math.min(directory.offset, max32), 16)
  end.writeUInt16LE(comment.length, 20)
  comment.copy(end, 22)
  const large = directory.entries >= max16 || directory.size >= max32 || directory.offset >= max32
  return large ? Buffer.concat([toZip64End(directory), end]) : end
}

function toZip64End(directory: ZipDirectory): Buffer {
  const records = Buffer.alloc(56 + 20)
  records.writeUInt32LE(0x06064b50, 0)
  records.writeBigUInt64LE(44n, 4)
  records.writeUInt16LE(madeByUnix | versionNeeded64, 12)
  records.writeUInt16LE(versionNeeded64, 14)
  records.writeBigUInt64LE(BigInt(directory.entries), 24)
  records.writeBigUInt64LE(BigInt(directory.entries), 32)
  records.writeBigUInt64LE(BigInt(directory.size), 40)
  records.writeBigUInt64LE(BigInt(directory.offset), 48)
  records.writeUInt32LE(0x07064b50, 56)
  records.writeBigUInt64LE(BigInt(directory.offset + directory.size), 64)
  records.writeUInt32LE(1, 72)
  return records
}

/** Writes the 20 bytes that local and central headers share: flags, method, time, date, CRC, sizes. */
function writeFileFields(header: Buffer, at: number, entry: ZipEntry): void {
  const isAscii = Buffer.byteLength(entry.name) === entry.name.length
  header.writeUInt16LE(isAscii ? 0 : utf8Name, at)
  header.writeUInt16LE(entry.method === 'deflated' ? 8 : 0, at + 2)
  header.writeUInt16LE(fixedTime, at + 4)
  header.writeUInt16LE(fixedDate, at + 6)
  header.writeUInt32LE(entry.crc, at + 8)
  header.writeUInt32LE(entry.packedSize, at + 12)
  header.writeUInt32LE(entry.size, at + 16)
}
