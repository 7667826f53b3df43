/** Prints XML from a tree, so that everything is escaped. Characters that XML forbids are replaced by their names. */
import type { Element, Root } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { nameControls } from '../../src/render/controls.js'

const DECLARATION: Root['children'][number] = {
  type: 'instruction',
  name: 'xml',
  value: 'version="1.0" encoding="utf-8"',
}

export function printXml(element: Element): string {
  return nameControls(
    toXml(
      { type: 'root', children: [DECLARATION, { type: 'text', value: '\n' }, element] },
      { closeEmptyElements: true },
    ),
  )
}
