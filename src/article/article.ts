/**
 * The shape of a parsed article: TypeScript type and JSON Schema from one source.
 *
 * Defines every field of an Article and the meaning of `null` in each. `parse.ts` fills them. Block content is mdast,
 * so `mdast-util-to-hast` and `remark-stringify` read it unchanged.
 */
import type { BlockContent, Heading } from 'mdast'
import { type Static, Type } from 'typebox'
import { FORMS, type Form } from './form-names.js'
import { PROBLEMS, type ProblemCode } from './problems.js'

/** First and last line (1-based, inclusive) in the raw file; `null`: the article has no such part. */
const LineRangeSchema = Type.Unsafe<[number, number]>({
  type: 'array',
  items: { type: 'integer', minimum: 1 },
  minItems: 2,
  maxItems: 2,
})
const LineRange = Type.Union([LineRangeSchema, Type.Null()])

const Point = Type.Object({ line: Type.Integer({ minimum: 1 }), column: Type.Integer({ minimum: 1 }) })
/** unist position: 1-based lines and columns of the raw file, `end.column` is one past the last character. */
const Position = Type.Object({ start: Point, end: Point })

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const strings = Type.Array(Type.String())

/** A product named in a line of the applies-to list: one of `products/product-tree.ts`, or one that the tree lacks. */
export interface ListedProduct {
  /** `windows-nt`; used in addresses of pages. */
  readonly id: string
  readonly name: string
  /** `Server, Enterprise Edition`; `null`: the line names none. */
  readonly edition: string | null
  /** `4.0`, `4.0 SP4`, in the order of the line. */
  readonly versions: readonly string[]
}

/** A line of the applies-to list. `children`: the lines indented below it; at most 4 levels in the corpus. */
export interface AppliesTo {
  readonly text: string
  /** `null`: the line names no product, or is too general to tell which. */
  readonly product: ListedProduct | null
  readonly children: readonly AppliesTo[]
}
const AppliesToSchema = Type.Unsafe<AppliesTo>({
  type: 'object',
  required: ['text', 'product', 'children'],
  additionalProperties: false,
  properties: {
    text: { type: 'string' },
    product: { anyOf: [{ $ref: '#/$defs/listedProduct' }, { type: 'null' }] },
    children: { type: 'array', items: { $ref: '#/$defs/appliesTo' } },
  },
})
const ListedProductSchema = Type.Unsafe<ListedProduct>({
  type: 'object',
  required: ['id', 'name', 'edition', 'versions'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    edition: { type: ['string', 'null'] },
    versions: { type: 'array', items: { type: 'string' } },
  },
})

/** Evidence for a product of an article. */
export const PRODUCT_SOURCES = ['applies-to', 'keywords', 'title', 'code'] as const

const ArticleProductSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    // null: the tree lacks the product
    family: nullable(Type.String()),
    versions: strings,
    from: Type.Unsafe<(typeof PRODUCT_SOURCES)[number]>({ enum: [...PRODUCT_SOURCES] }),
  },
  { additionalProperties: false },
)
/** A product that the article is about, with all its versions. A service pack follows its version: `4.0`, `4.0 SP4`. */
export type ArticleProduct = Static<typeof ArticleProductSchema>

/** A block of a section. Each block node (paragraph, list, listItem, code, table, ...) carries `position`. */
export type Block = Exclude<BlockContent, Heading>
const BlockSchema = Type.Unsafe<Block>({ $ref: '#/$defs/block' })

/** The eight main headings of the format, and `other` for any other heading. */
export const SECTION_NAMES = [
  'symptoms',
  'cause',
  'resolution',
  'workaround',
  'status',
  'summary',
  'more-information',
  'references',
  'other',
] as const
export type SectionName = (typeof SECTION_NAMES)[number]

const SectionSchema = Type.Object(
  {
    heading: nullable(Type.Object({ text: Type.String(), position: Position })),
    name: Type.Unsafe<SectionName>({ enum: [...SECTION_NAMES] }),
    depth: Type.Unsafe<1 | 2 | 3>({ enum: [1, 2, 3] }),
    slug: Type.String(),
    children: Type.Array(BlockSchema),
  },
  { additionalProperties: false },
)
export type Section = Static<typeof SectionSchema>

const ProblemSchema = Type.Object(
  {
    code: Type.Unsafe<ProblemCode>({ enum: Object.keys(PROBLEMS) }),
    line: Type.Integer({ minimum: 1 }),
    found: Type.String(),
  },
  { additionalProperties: false },
)
/** Something odd at a line of the raw file. `problems.ts` has the closed list of codes. */
export type Problem = Static<typeof ProblemSchema>

const ReferenceSchema = Type.Object(
  { id: Type.String(), title: nullable(Type.String()), section: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false },
)
/** A citation of another article. `section`: index into `sections`. `title`: as printed beside the id. */
export type Reference = Static<typeof ReferenceSchema>

const KeywordBlockSchema = Type.Object(
  {
    keywords: strings,
    technology: strings,
    version: nullable(Type.String()),
    hardware: strings,
    issueType: strings,
    solutionType: strings,
    other: Type.Record(Type.String(), Type.String()),
  },
  { additionalProperties: false },
)
export type KeywordBlock = Static<typeof KeywordBlockSchema>

/** Another file with the same text: the same bytes, or the same words in another layout or form. */
const SourceCopySchema = Type.Object(
  {
    dump: Type.Optional(Type.String()),
    form: Type.Unsafe<Form>({ enum: [...FORMS] }),
    name: Type.String(),
    modified: nullable(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
    sha256: Type.String(),
  },
  { additionalProperties: false },
)

/**
 * Line ranges of the frame: the lines that belong to no block of a section.
 *
 * `residue`: the title of the CD's next chapter, at the end of a CD article. `end`: lines after the last one of the
 * article, such as the Markdown form's `{% endraw %}`, a DOS end-of-file mark, a mail signature or a prompt.
 */
const FrameLinesSchema = Type.Object(
  {
    header: LineRange,
    legacy: LineRange,
    appliesTo: LineRange,
    queryWords: LineRange,
    keywordBlock: LineRange,
    legal: LineRange,
    residue: LineRange,
    end: LineRange,
  },
  { additionalProperties: false },
)
const ArticleSchema = Type.Object(
  {
    schema: Type.Literal(1),
    // Q0: the text gives no number. No dump accepts such an article, but the parser returns one.
    id: Type.String({ pattern: '^Q(0|[1-9][0-9]{0,6})$' }),
    number: Type.Integer({ minimum: 0, maximum: 9_999_999 }),
    bucket: Type.String({ pattern: '^[0-9]{3,4}$' }),
    path: Type.String(),
    title: Type.String(),
    // only if the text gives no title: `title` was made from its first heading or sentence
    titleMade: Type.Optional(Type.Literal(true)),
    type: nullable(Type.String()),
    modified: nullable(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
    modifiedText: Type.String(),
    product: Type.Object({ code: nullable(Type.String()), name: Type.String() }, { additionalProperties: false }),
    versions: Type.Object(
      {
        text: Type.String(),
        platforms: Type.Array(
          Type.Object({ platform: nullable(Type.String()), versions: strings }, { additionalProperties: false }),
        ),
      },
      { additionalProperties: false },
    ),
    operatingSystems: strings,
    keywords: strings,
    legacy: nullable(
      Type.Object(
        { versions: nullable(Type.String()), systems: nullable(Type.String()), keywords: strings, text: strings },
        { additionalProperties: false },
      ),
    ),
    appliesTo: nullable(Type.Array(AppliesToSchema)),
    products: Type.Array(ArticleProductSchema),
    sections: Type.Array(SectionSchema),
    queryWords: nullable(
      Type.Object(
        // fields: the words under each label, spelled as in the article without its colon: `KBCategory`
        { text: Type.String(), words: strings, fields: Type.Record(Type.String(), Type.String()) },
        { additionalProperties: false },
      ),
    ),
    keywordBlock: nullable(KeywordBlockSchema),
    legal: Type.Object(
      { year: nullable(Type.Integer()), standard: Type.Boolean(), text: nullable(Type.String()) },
      { additionalProperties: false },
    ),
    references: Type.Array(ReferenceSchema),
    source: Type.Object(
      {
        form: Type.Unsafe<Form>({ enum: [...FORMS] }),
        name: Type.String(),
        sha256: Type.String(),
        encoding: Type.String(),
        header: Type.Record(Type.String(), Type.String()),
        lines: FrameLinesSchema,
        // lines that are only navigation between pages; absent if there are none
        omitted: Type.Optional(Type.Array(LineRangeSchema)),
        // the name of the dump; absent if there is only one
        dump: Type.Optional(Type.String()),
        // other files of the dumps that have the same text; absent if there are none
        copies: Type.Optional(Type.Array(SourceCopySchema)),
        // number of such files beyond those in `copies`; absent if there are none
        moreCopies: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      { additionalProperties: false },
    ),
    problems: Type.Array(ProblemSchema),
  },
  { additionalProperties: false },
)
/** One article, complete: all that a page, an index or a reader of the JSON needs. */
export type Article = Static<typeof ArticleSchema>

/** One article's bytes before parsing. `name`: path inside the dump, `/` separated. `sha256`: hex, of `bytes`. */
export interface RawArticle {
  readonly form: Form
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** The schemas from which `schema.ts` assembles `article.schema.json`. */
export const SCHEMAS = {
  article: ArticleSchema,
  appliesTo: AppliesToSchema,
  listedProduct: ListedProductSchema,
  position: Position,
} as const
