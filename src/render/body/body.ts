/**
 * An article's sections as one mdast tree, and that as the hast of the page's body.
 *
 * Knows how sections become headings; knows nothing of the page around the body.
 */
import type { Root as HastRoot } from 'hast'
import type { Heading, Root, RootContent } from 'mdast'
import { VFile } from 'vfile'
import type { Article, Section } from '../../article/article.js'
import { sectionId } from '../words/section-id.js'
import type { BodyPage } from './body-page.js'
import { bodyProcessor } from './processor.js'

/** The body as Markdown's tree: headings from `h2` on, in source order, never deeper than one below the last. */
export function toBodyTree(article: Article): Root {
  const children: RootContent[] = []
  let depth = 1
  for (const section of article.sections) {
    if (section.heading !== null) {
      depth = Math.min(section.depth + 1, depth + 1)
      children.push(toHeading(section, section.heading.text, depth))
    }
    for (const block of section.children) children.push(block)
  }
  return { type: 'root', children }
}

function toHeading(section: Section, text: string, depth: number): Heading {
  const data = { hProperties: { id: sectionId(section.slug), dataSection: section.name } }
  return { type: 'heading', depth: depth as Heading['depth'], data, children: [{ type: 'text', value: text }] }
}

/** The body as it stands on the page. */
export function renderBody(article: Article, page: BodyPage): HastRoot {
  return bodyProcessor.runSync(toBodyTree(article), new VFile({ data: { page } }))
}
