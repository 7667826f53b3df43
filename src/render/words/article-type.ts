/** The meanings of article types, the tags before titles: `PRB: `, `HOWTO: `, `XADM: `. */

/** The kind of a type, which decides its colour. */
export type TypeKind = 'problem' | 'fix' | 'howto' | 'plain'

interface ArticleType {
  readonly kind: TypeKind
  readonly meaning: string
}

/** Types that all products use, and types of single products with a documented meaning. */
const TYPES: ReadonlyMap<string, ArticleType> = new Map([
  ['BUG', { kind: 'problem', meaning: 'A confirmed bug' }],
  ['PRB', { kind: 'problem', meaning: 'A problem that is not a bug' }],
  ['ERR MSG', { kind: 'problem', meaning: 'An error message' }],
  ['FIX', { kind: 'fix', meaning: 'A bug that was fixed' }],
  ['PATCH', { kind: 'fix', meaning: 'An update to download' }],
  ['HOWTO', { kind: 'howto', meaning: 'How to do something' }],
  ['HOW TO', { kind: 'howto', meaning: 'How to do something' }],
  ['SAMPLE', { kind: 'howto', meaning: 'Sample code' }],
  ['FILE', { kind: 'howto', meaning: 'A file to download' }],
  ['INFO', { kind: 'plain', meaning: 'Background information' }],
  ['DOC', { kind: 'plain', meaning: 'About the documentation' }],
  ['DOCERR', { kind: 'plain', meaning: 'An error in the documentation' }],
  ['README', { kind: 'plain', meaning: 'A readme file' }],
  ['FAQ', { kind: 'plain', meaning: 'Questions and answers' }],
  ['XADM', { kind: 'plain', meaning: 'Exchange: administration' }],
  ['XCLN', { kind: 'plain', meaning: 'Exchange: client' }],
  ['XFOR', { kind: 'plain', meaning: 'Exchange: foreign mail systems' }],
  ['XCON', { kind: 'plain', meaning: 'Exchange: connectivity' }],
  ['XWEB', { kind: 'plain', meaning: 'Exchange: web access' }],
  ['WD97', { kind: 'plain', meaning: 'Word 97' }],
  ['WD98', { kind: 'plain', meaning: 'Word 98' }],
  ['WD2000', { kind: 'plain', meaning: 'Word 2000' }],
  ['XL97', { kind: 'plain', meaning: 'Excel 97' }],
  ['PPT97', { kind: 'plain', meaning: 'PowerPoint 97' }],
  ['OFF97', { kind: 'plain', meaning: 'Office 97' }],
  ['SMS', { kind: 'plain', meaning: 'Systems Management Server' }],
  ['PC WRM', { kind: 'plain', meaning: 'Mail for PC Networks: Workgroup Remote Mail' }],
])

/** The kind of a type; unknown types are plain. */
export function typeKind(type: string | null): TypeKind {
  return (type === null ? undefined : TYPES.get(type.toUpperCase()))?.kind ?? 'plain'
}

/** The meaning of a type, or `null` if it is not known. */
export function typeMeaning(type: string): string | null {
  return TYPES.get(type.toUpperCase())?.meaning ?? null
}
