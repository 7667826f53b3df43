/** The theme between pages. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { nextTheme, readTheme } from '../../src/client/page/theme.js'

test('it prefers what is stored to a cookie, and either to nothing', () => {
  assert.is(readTheme('dark', 'kb-archive-theme=light'), 'dark')
  assert.is(readTheme(null, 'a=b; kb-archive-theme=light; c=d'), 'light')
  assert.is(readTheme(null, ''), 'auto')
})

test('it does not believe a theme that does not exist', () => {
  assert.is(readTheme('"><script>', ''), 'auto')
})

test('it goes round all themes', () => {
  assert.is(nextTheme('auto'), 'light')
  assert.is(nextTheme('light'), 'dark')
  assert.is(nextTheme('dark'), 'auto')
})

test.run()
