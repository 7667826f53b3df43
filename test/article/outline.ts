/**
 * The body of an article as a few short lines, so that a test shows its input and its outcome side by side.
 *
 *     outline('NOTE: x\n\n - a\n\n   b')  ->  ['! NOTE: x', '- a', '  b']
 *
 * `# heading`, `- item`, `> quotation`, `! note`, `` `code` ``, `| cell | cell |`, `---`, `[link](url)`, `**strong**`; ` / ` is a line break.
 */
import type { PhrasingContent, RootContent } from 'mdast'
import type { Section } from '../../src/article/article.js'
import type { BodyContext } from '../../src/article/blocks/block.js'
import { itemMarker } from '../../src/article/plain-text.js'
import { readSections } from '../../src/article/sections/sections.js'
import { toLines } from '../../src/article/text/lines.js'

const CONTEXT: BodyContext = { form: 'txt', productCode: null, wrapColumn: 80, hasBareHeadings: false }

/** The sections of a text, its lines numbered from 1. */
export function sectionsOf(text: string, context: Partial<BodyContext> = {}): Section[] {
  return readSections(toLines(text.split('\n')), { ...CONTEXT, ...context }).sections
}

/** The outline of a text. */
export function outline(text: string, context: Partial<BodyContext> = {}): string[] {
  return sectionsOf(text, context).flatMap(({ heading, depth, children }) => [
    ...(heading === null ? [] : [`${'#'.repeat(depth)} ${heading.text}`]),
    ...children.flatMap(blockLines),
  ])
}

/** The same as the CD's articles are read. */
export function outlineCd(text: string): string[] {
  return outline(text, { form: 'md-cd', wrapColumn: 70 })
}

function blockLines(block: RootContent): string[] {
  switch (block.type) {
    case 'paragraph':
      return [inline(block.children)]
    case 'list':
      return block.children.flatMap((item, index) => {
        const [first = '', ...rest] = item.children.flatMap(blockLines)
        return [`${itemMarker(block, item, index)} ${first}`, ...rest.map((line) => `  ${line}`)]
      })
    case 'blockquote':
      return block.children.flatMap(blockLines).map((line) => `${block.data?.note === undefined ? '>' : '!'} ${line}`)
    case 'code':
      return block.value.split('\n').map((line) => `\`${line}\``)
    case 'table':
      return block.children.map((row) => `| ${row.children.map((cell) => inline(cell.children)).join(' | ')} |`)
    case 'thematicBreak':
      return ['---']
    default:
      return [block.type]
  }
}

function inline(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return ' / '
      if (node.type === 'strong') return `**${inline(node.children)}**`
      if (node.type === 'link') return `[${inline(node.children)}](${node.url})`
      return 'value' in node ? node.value : ''
    })
    .join('')
}
