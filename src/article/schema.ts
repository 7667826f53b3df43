/**
 * The published JSON Schema of an Article (`article.schema.json`): the types of `article.ts` and their definitions.
 *
 * Blocks are mdast. The schema lists the nodes that the parser makes and the fields of each, so that a reader of the
 * JSON needs no other document.
 */
import { SCHEMAS } from './article.js'

/** The schema's identifier, not a real address. The file is in `data/` of every build and in the package. */
export const SCHEMA_ID = 'https://kb-archive.invalid/article.schema.json'

type Schema = Readonly<Record<string, unknown>>

const string: Schema = { type: 'string' }
const inlines: Schema = { type: 'array', items: { $ref: '#/$defs/inline' } }
const blocks: Schema = { type: 'array', items: { $ref: '#/$defs/block' } }

/** Returns the schema of a node. `fields` are required; `data` lists optional fields that mdast does not have. */
function node(type: string, fields: Schema, data: Schema = {}): Schema {
  return {
    type: 'object',
    properties: {
      type: { const: type },
      ...fields,
      position: { $ref: '#/$defs/position' },
      data: { type: 'object', properties: data, additionalProperties: false },
    },
    required: ['type', ...Object.keys(fields)],
    additionalProperties: false,
  }
}

/** Returns the schema of a block: a node that always has its position in the raw file. */
function block(type: string, fields: Schema, data: Schema = {}): Schema {
  const schema = node(type, fields, data)
  return { ...schema, required: ['type', 'position', ...Object.keys(fields)] }
}

const nullableString: Schema = { type: ['string', 'null'] }

const INLINES: readonly Schema[] = [
  node('text', { value: string }),
  node('break', {}),
  node('inlineCode', { value: string }),
  node('strong', { children: inlines }),
  node(
    'link',
    { url: string, children: inlines },
    { article: { type: 'string', pattern: '^Q[1-9][0-9]{0,6}$', description: 'The article that is cited.' } },
  ),
]

const BLOCKS: readonly Schema[] = [
  block('paragraph', { children: inlines }),
  block('list', {
    ordered: { type: 'boolean' },
    start: { type: ['integer', 'null'] },
    spread: { type: 'boolean' },
    children: { type: 'array', items: { $ref: '#/$defs/listItem' } },
  }),
  block('code', { lang: nullableString, meta: nullableString, value: string }),
  block('table', {
    align: { type: 'array', items: { enum: ['left', 'right', 'center', null] } },
    children: { type: 'array', items: { $ref: '#/$defs/tableRow' } },
  }),
  block('blockquote', { children: blocks }, { note: { type: 'string', description: 'The label: NOTE, WARNING, ...' } }),
  block('thematicBreak', {}),
]

/** The schema as one JSON document, draft 2020-12. */
export function articleSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'A Knowledge Base article',
    ...SCHEMAS.article,
    $defs: {
      appliesTo: SCHEMAS.appliesTo,
      listedProduct: SCHEMAS.listedProduct,
      position: SCHEMAS.position,
      block: { oneOf: BLOCKS },
      inline: { oneOf: INLINES },
      listItem: block(
        'listItem',
        { spread: { type: 'boolean' }, children: blocks },
        { marker: { type: 'string', description: 'As printed, where the list does not imply it: `a.`, `o`.' } },
      ),
      tableRow: node('tableRow', { children: { type: 'array', items: { $ref: '#/$defs/tableCell' } } }),
      tableCell: node('tableCell', { children: inlines }),
    },
  }
}
