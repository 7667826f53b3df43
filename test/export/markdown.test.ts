/** An article as Markdown: read back by a Markdown parser and a YAML reader, it says the same. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { toMarkdown } from '../../src/export/markdown.js'
import { parseTexts, TEXTS, toArticleText } from '../support/small-data.js'

const markdown = suite('toMarkdown')

function parseOne(body: string, title = 'Title'): Article {
  const [article] = parseTexts({ Q100001: toArticleText('Q100001', title, body) })
  if (article === undefined) throw new Error('no article')
  return article
}

/** The front matter's lines by name, values as JSON. */
function readFrontMatter(text: string): Readonly<Record<string, unknown>> {
  const block = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? ''
  return Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), JSON.parse(line.slice(line.indexOf(':') + 1))]),
  )
}

markdown('begins with what Markdown has no place for', () => {
  const [article] = parseTexts({ Q214864: TEXTS.Q214864 ?? '' })
  const fields = readFrontMatter(toMarkdown(article as Article, new Set()))
  assert.is(fields.id, 'Q214864')
  assert.is(fields.title, 'PRB: Tallybook Printer Stops & Says "Busy: 2"')
  assert.equal(fields.keywords, ['kbprint', 'kbspooler'])
  assert.is(fields.copyright_year, 2001)
})

markdown('leaves out what the article does not have', () => {
  assert.not.ok('type' in readFrontMatter(toMarkdown(parseOne('Text.'), new Set())))
})

markdown('keeps characters that mean something in Markdown or YAML as text', () => {
  const body = 'Type *.* and _x_ in <b>, then `run` [it](x) # now.'
  const text = toMarkdown(parseOne(body, 'Colon: # "quoted" -- {x}'), new Set())
  assert.is(readFrontMatter(text).title, 'Colon: # "quoted" -- {x}')
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(text.slice(text.indexOf('\n---\n') + 5))
  const paragraph = tree.children.at(-1)
  assert.is(paragraph?.type, 'paragraph')
  assert.equal(
    paragraph?.type === 'paragraph' && paragraph.children.map((child) => ('value' in child ? child.value : '')),
    [body],
  )
})

markdown('keeps the letters of a list as text', () => {
  const text = toMarkdown(parseOne('Do this:\n\na. Stop the spooler.\n\nb. Start it again.'), new Set())
  assert.match(text, /a\. +Stop the spooler/)
  assert.match(text, /b\. +Start it again/)
})

markdown.run()
