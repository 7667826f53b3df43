/**
 * An article as one cites it: a line of text, Markdown, BibTeX. `url` is the permalink, or `null` where the site has no address.
 */
import type { Article } from '../../article/article.js'
import { longDate } from './dates.js'

/** What is said of an article. */
type CitedArticle = Pick<Article, 'id' | 'title' | 'modified'>

/** The three forms, in the order in which they are shown: `src/client/copy.ts` names them. */
export function citeArticle(article: CitedArticle, archive: string, url: string | null): readonly string[] {
  const where = `Knowledge Base article ${article.id}`
  const when = article.modified === null ? null : `last modified ${longDate(article.modified)}`
  const rest = [where, when, archive].filter(Boolean).join(', ')
  const title = escapeMarkdown(article.title)
  return [
    `"${article.title}". ${rest}${url === null ? '' : `, ${url}`}.`,
    `${url === null ? `*${title}*` : `[${title}](${url})`}. ${rest}.`,
    toBibTeX(article, archive, url),
  ]
}

function toBibTeX(article: CitedArticle, archive: string, url: string | null): string {
  const fields: [string, string | null][] = [
    ['title', `{${escapeTeX(article.title)}}`],
    ['note', `Knowledge Base article ${article.id}, ${escapeTeX(archive)}`],
    ['year', article.modified?.slice(0, 4) ?? null],
    ['url', url],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name}={${value}}`]))
  return `@misc{${article.id},\n${lines.join(',\n')}\n}`
}

const MARKDOWN_SIGNS = /[\\[\]*_`<>]/g
const TEX_SIGNS = /[\\~^&%$#_{}]/g
const TEX_WORDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeMarkdown(text: string): string {
  return text.replace(MARKDOWN_SIGNS, (sign) => `\\${sign}`)
}

function escapeTeX(text: string): string {
  return text.replace(TEX_SIGNS, (sign) => TEX_WORDS[sign] ?? `\\${sign}`)
}
