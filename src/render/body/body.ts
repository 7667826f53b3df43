/** Turns the sections of an article into one mdast tree, and that into the hast of the page's body. */
import type { Root as HastRoot } from 'hast'
import type { Heading, Root, RootContent } from 'mdast'
import { VFile } from 'vfile'
import type { Article, Section } from '../../article/article.js'
import { sectionId } from '../words/section-id.js'
import type { BodyPage } from './body-page.js'
import { bodyProcessor } from './processor.js'

/** The body as mdast. Headings begin at depth 2 and are never more than one level deeper than the previous heading. */
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

/** The body as hast, as it is shown on the page. */
export function renderBody(article: Article, page: BodyPage): HastRoot {
  return bodyProcessor.runSync(toBodyTree(article), new VFile({ data: { page } }))
}
