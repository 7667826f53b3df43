/** Giving the original file back byte for byte. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { toOriginalBytes } from '../../src/client/page/original-file.js'

test('it puts line ends and code page back, for every byte of windows-1252', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 10 && byte !== 13)
  const text = new TextDecoder('windows-1252').decode(bytes)
  const back = toOriginalBytes(`${text}\nend`, { lineEnd: '\r\n', encoding: 'windows-1252' })
  assert.equal([...(back ?? [])], [...bytes, 13, 10, ...Buffer.from('end')])
})

test('it writes UTF-8 as UTF-8', () => {
  const back = toOriginalBytes('ünï\n', { lineEnd: '\n', encoding: 'utf-8' })
  assert.is(Buffer.from(back ?? []).toString('utf8'), 'ünï\n')
})

test('it gives no file where a character is not in the code page', () => {
  assert.is(toOriginalBytes('Σ', { lineEnd: '\n', encoding: 'windows-1252' }), null)
})

test.run()
