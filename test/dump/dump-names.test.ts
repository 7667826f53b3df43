/** The names of dumps: short, different, and the same in any order of the sources. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nameDumps, type Source } from '../../src/dump/sources.js'

const test = suite('the names of dumps')

const namesOf = (...paths: string[]) =>
  nameDumps(paths.map((path): Source => ({ kind: path.endsWith('.TXT') ? 'file' : 'directory', path, given: path })))

test('are those of folder or archive', () => {
  assert.equal(namesOf('/dumps/old', '/dumps/kb.zip'), ['old', 'kb.zip'])
})

test('are empty where there is one dump', () => {
  assert.equal(namesOf('/dumps/old'), [''])
  assert.equal(namesOf('/dumps/Q1.TXT', '/dumps/Q2.TXT', '/dumps'), ['', '', ''])
})

test('are, of single files, those of their folder', () => {
  assert.equal(namesOf('/dumps/a/Q1.TXT', '/dumps/b/Q1.TXT', '/dumps/a/Q2.TXT'), ['a', 'b', 'a'])
})

test('have as many folders above as tell equal names apart', () => {
  assert.equal(namesOf('/x/old/kb', '/x/new/kb', '/y/cd'), ['old/kb', 'new/kb', 'cd'])
  assert.equal(namesOf('/x/a/b/kb', '/y/a/b/kb', '/kb', '/b/kb'), ['x/a/b/kb', 'y/a/b/kb', 'kb', 'b/kb'])
})

test('do not depend on the order', () => {
  const paths = ['/x/a/kb', '/y/a/kb', '/kb', '/a/kb', '/z']
  assert.equal(namesOf(...paths.toReversed()).reverse(), namesOf(...paths))
  assert.is(new Set(namesOf(...paths)).size, paths.length)
})

test.run()
