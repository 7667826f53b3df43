/** Real articles that lie in both forms beside the project: they become the same Article. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { findCorpus, findTool } from '../support/tool.js'
import { assertAgree, parse } from './both-forms.js'
import { convertToMarkdown } from './convert-to-markdown.js'

const test = suite('both forms of the corpus')

const corpus = findCorpus()
if (corpus !== null && findTool('xz', 'xz-utils') !== null) {
  test('the real articles of a bucket say the same in both forms', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kb-both-forms-'))
    try {
      for (const [archive, members] of [
        ['txt.tar.xz', '*txt/184/*'],
        ['md.tar.xz', '*kb/184/*'],
      ] as const)
        execFileSync('tar', ['-xJf', join(corpus, archive), '-C', folder, '--wildcards', members])
      const ids = readdirSync(join(folder, 'kb/184'))
      assert.ok(ids.length > 100, `${ids.length} pages`)
      for (const id of ids) {
        const raw = readFileSync(join(folder, 'txt/184', `${id}.TXT`))
        const page = readFileSync(join(folder, 'kb/184', id, 'README.md'))
        assert.ok(convertToMarkdown(raw) === page.toString(), `${id}: the page is not the converter's`)
        assertAgree(parse(raw, 'txt'), parse(page, 'md'))
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

test.run()
