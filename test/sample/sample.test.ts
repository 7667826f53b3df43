/** The sample archive is authentic in form, whole in its references, and shows what the parser knows. */
import type { Nodes } from 'mdast'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { FORMS, type Form } from '../../src/article/form-names.js'
import { FORM_READERS } from '../../src/article/forms/forms.js'
import { PROBLEMS } from '../../src/article/problems.js'
import { readSample } from './sample-files.js'

const files = readSample()
const articles = files.flatMap((file) => file.articles)
const ids = new Set(articles.map((article) => article.id))

/** Cited and not in the sample, so that the page of wanted articles has something to show. */
const WANTED = new Set(
  `Q140036 Q147720 Q186330 Q198830 Q199014 Q200417 Q201160 Q203358 Q204402 Q205590 Q206671 Q229716 Q230057 Q233009
   Q234482 Q236644 Q237013 Q238891 Q240275 Q241338 Q258140 Q263911 Q270452 Q312007`.split(/\s+/),
)

/** Problems of broken files; the fixtures of `test/article` show them, a sample archive need not. */
const NOT_SHOWN = new Set<string>([
  'character-undefined',
  'character-undecodable',
  'encoding-guessed',
  'line-ends-mixed',
  'id-missing',
  'text-before-header',
  'header-field-missing',
  'header-field-unknown',
  'header-field-repeated',
  'header-field-continued',
  'title-differs',
  'date-unreadable',
  'product-missing',
  'product-malformed',
  'keyword-block-field-unknown',
  'keyword-block-field-continued',
  'legal-missing',
  'copyright-year-differs',
  'applies-to-unnamed',
  'container-missing',
])

/** Every node of an article's sections. */
function* nodesOf(article: Article): Generator<Nodes> {
  for (const section of article.sections) for (const block of section.children) yield* descend(block)
}

function* descend(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* descend(child)
}

const allNodes = articles.flatMap((article) => [...nodesOf(article)])

/** How deeply lists are nested below `node`. */
function listDepth(node: Nodes): number {
  const below = 'children' in node ? Math.max(0, ...node.children.map(listDepth)) : 0
  return node.type === 'list' ? below + 1 : below
}

/** Titles of a raw file's lines: `DOCUMENT:Q214001  11-JUN-2002  [borealis]` and the five below. */
const RAW_HEADER =
  /^DOCUMENT:Q\d+ {2}\d\d-[A-Z]{3}-\d{4} {2}\[\w+\]\r\nTITLE {3}:.{1,64}\r\nPRODUCT :.+\r\nPROD\/VER:.*\r\nOPER\/SYS:.*\r\nKEYWORDS:.*\r\n\r\n/
/** A line feed or a carriage return without the other. */
const LONE_LINE_END = /(?<!\r)\n|\r(?!\n)/
/** Front matter, its three keys, and the heading below. */
const PAGE_HEADER = /^---\nlayout: page\ntitle: "Q\d+: .+"\npermalink: \/kb\/\d{3}\/Q\d+\/\n---\n\n## Q\d+: .+\n\n/

const forms = suite('sample archive: forms')

forms('holds at least 64 articles', () => {
  assert.ok(ids.size >= 64, `found ${ids.size}`)
})

forms('holds nothing but articles', () => {
  const others = files.filter((file) => file.articles.length === 0).map((file) => file.name)
  assert.equal(others, [])
})

forms('holds all forms, and two files with two articles', () => {
  const found = new Set<Form>(articles.map((article) => article.source.form))
  assert.equal([...found].sort(), [...FORMS].sort())
  assert.equal(
    files.filter((file) => file.articles.length === 2).map((file) => file.name),
    ['095/Q95214.txt', '167/Q167005.TXT'],
  )
})

forms('is laid out by number', () => {
  for (const file of files) {
    const article = file.articles[0]
    const folder = String(Math.floor((article?.number ?? 0) / 1000)).padStart(3, '0')
    assert.ok(file.name.startsWith(`${folder}/${article?.id}`), file.name)
  }
})

forms('holds each id once, and one id in two revisions', () => {
  const twice = articles.map((article) => article.id).filter((id, index, all) => all.indexOf(id) !== index)
  assert.equal(twice, ['Q187240'])
})

forms('keeps CRLF in raw articles, and no line end after the copyright line', () => {
  for (const { name, text } of files.filter((file) => file.name.endsWith('.TXT'))) {
    assert.not.match(text, LONE_LINE_END, name)
    assert.match(text, /Copyright (?:Microsoft Corporation|Halden Systems) \d{4}\.$/, name)
  }
})

forms('keeps the six header fields of raw articles, their titles cut at 64', () => {
  for (const file of files) if (file.articles[0]?.source.form === 'txt') assert.match(file.text, RAW_HEADER, file.name)
})

forms('keeps LF, the front matter and one tab before each line in Markdown pages', () => {
  for (const { name, text } of files.filter((file) => isConverted(file.articles[0]?.source.form))) {
    assert.not.match(text, /\r/, name)
    assert.match(text, PAGE_HEADER, name)
    const body = text.slice(text.indexOf('\tArticle: ')).replace(/\n\n\{% endraw %\}\n$/, '\n')
    assert.equal(
      body.split('\n').filter((line) => line !== '' && !line.startsWith('\t')),
      [],
      name,
    )
  }
})

/** Whether pages of a form were made by one converter. */
function isConverted(form: Form | undefined): boolean {
  return form === 'md' || form === 'md-cd'
}

forms('wraps prose where its form does', () => {
  for (const file of files.filter((each) => each.articles.length === 1))
    for (const article of file.articles)
      for (const line of proseLines(article, file.text)) {
        assert.ok(line.length <= FORM_READERS[article.source.form].wrapColumn + 1, `${file.name}: ${line}`)
      }
})

/** Lines of paragraphs at the left edge, with the tab of the Markdown forms taken off. */
function* proseLines(article: Article, text: string): Generator<string> {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\t/, ''))
  for (const section of article.sections)
    for (const block of section.children) {
      if (block.type !== 'paragraph' || block.position === undefined) continue
      yield* lines.slice(block.position.start.line - 1, block.position.end.line).filter((line) => / \w+ /.test(line))
    }
}

forms.run()

const content = suite('sample archive: content')

content('cites articles that it holds, but for the wanted ones', () => {
  const cited = new Set(articles.flatMap((article) => article.references.map((reference) => reference.id)))
  const missing = [...cited].filter((id) => !ids.has(id)).sort()
  assert.equal(missing, [...WANTED].sort())
})

content('spreads over products, types and years', () => {
  const years = articles.map((article) => article.modified?.slice(0, 4))
  assert.ok(new Set(articles.map((article) => article.product.name)).size >= 18)
  assert.ok(new Set(articles.map((article) => article.type)).size >= 15)
  assert.ok(new Set(years).size >= 14)
  assert.equal(
    ['1988', '2002'].filter((year) => !years.includes(year)),
    [],
  )
})

content('names no real product code', () => {
  const real = /^(?:winnt|exchange|win95x|foxpro|vbwin|sms|visualc|home\w+|ms\w+)$/
  assert.equal(
    articles.map((article) => article.product.code ?? '').filter((code) => real.test(code)),
    [],
  )
})

content('shows every kind of block', () => {
  const kinds = ['blockquote', 'break', 'code', 'link', 'list', 'paragraph', 'table', 'thematicBreak']
  const found = new Set<string>(allNodes.map((node) => node.type))
  assert.equal(
    kinds.filter((kind) => !found.has(kind)),
    [],
  )
})

content('shows listings in many languages', () => {
  const found = new Set(allNodes.flatMap((node) => (node.type === 'code' && node.lang ? [node.lang] : [])))
  const wanted = ['asm', 'basic', 'batch', 'c', 'foxpro', 'html', 'ini', 'reg', 'sql', 'vb']
  assert.equal(
    wanted.filter((lang) => !found.has(lang)),
    [],
  )
})

content('shows notes of many kinds', () => {
  const found = new Set(
    allNodes.flatMap((node) => (node.type === 'blockquote' && node.data?.note ? [node.data.note] : [])),
  )
  assert.ok(['NOTE', 'WARNING', 'IMPORTANT', 'CAUTION', 'TIP'].every((kind) => found.has(kind)))
})

content('shows steps beyond ten, lists in three levels, and numbers that go on', () => {
  const lists = allNodes.filter((node) => node.type === 'list')
  assert.ok(lists.some((list) => list.ordered === true && list.children.length > 10))
  assert.ok(lists.some((list) => listDepth(list) >= 3))
  assert.ok(lists.some((list) => (list.start ?? 1) > 1))
})

content('shows a list of products in four levels', () => {
  const depth = (list: Article['appliesTo']): number =>
    Math.max(0, ...(list ?? []).map((each) => 1 + depth([...each.children])))
  assert.is(Math.max(...articles.map((article) => depth(article.appliesTo))), 4)
})

content('shows every problem that is not one of broken files', () => {
  const found = new Set<string>(articles.flatMap((article) => article.problems.map((problem) => problem.code)))
  const missing = Object.keys(PROBLEMS).filter((code) => !found.has(code) && !NOT_SHOWN.has(code))
  assert.equal(missing, [])
})

content.run()
