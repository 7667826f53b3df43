/** Folders are made, or the reason comes back; the call never hangs. */
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeFolders } from '../../src/disk/make-folders.js'

const folders = suite('makeFolders')
const makeTemporary = () => mkdtempSync(join(tmpdir(), 'kb-folders-'))

folders('makes a folder and those above it', () => {
  const path = join(makeTemporary(), 'a', 'b', 'c')
  makeFolders(path)
  assert.ok(statSync(path).isDirectory())
})

folders('is content with a folder that is there', () => {
  const path = makeTemporary()
  assert.not.throws(() => makeFolders(path))
})

folders('fails where a file stands in the way', () => {
  const path = join(makeTemporary(), 'file')
  writeFileSync(path, '')
  assert.throws(() => makeFolders(path), /EEXIST/)
  assert.throws(() => makeFolders(join(path, 'below')), /ENOTDIR/)
})

folders('fails, and does not hang, where the file system takes no new folder', () => {
  if (existsSync('/proc/self')) assert.throws(() => makeFolders('/proc/kb/site'))
})

folders.run()
