/** Citations of an article as a line of text, as Markdown and as BibTeX. */
import type { Article } from '../../article/article.js'
import { longDate } from './dates.js'

/** The fields of an article that a citation uses. */
type CitedArticle = Pick<Article, 'id' | 'title' | 'modified'>

/**
 * The three citations, in the order in which they are shown; `src/client/page/copy.ts` names them.
 *
 * `archive`: the title of the site; `url`: the permalink, or `null` if the site has no URL.
 */
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
