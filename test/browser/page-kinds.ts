/**
 * One page of the sample for each kind of page, by name. Not 404.html, whose links start at a host's root.
 */
export interface PageOfKind {
  readonly path: string
  /** With the question mark. */
  readonly query?: string
  /** What a script shows last. */
  readonly ready?: string
}

export const PAGE_KINDS: Readonly<Record<string, PageOfKind>> = {
  home: { path: 'index.html' },
  article: { path: 'kb/214/Q214001/index.html' },
  'article-long': { path: 'kb/231/Q231410/index.html' },
  'article-code': { path: 'kb/087/Q87450/index.html' },
  'article-cd': { path: 'kb/156/Q156902/index.html' },
  originals: { path: 'kb/214/originals-0/index.html' },
  bucket: { path: 'kb/214/index.html' },
  product: { path: 'product/borealis-mail-server/index.html' },
  year: { path: 'year/1999/index.html' },
  products: { path: 'product/index.html' },
  keywords: { path: 'keyword/index.html' },
  errors: { path: 'error/index.html' },
  about: { path: 'about/index.html' },
  legal: { path: 'legal/index.html' },
  problems: { path: 'problems/index.html' },
  wanted: { path: 'wanted/index.html' },
  search: { path: 'search/index.html', ready: '#search-hints a' },
  results: { path: 'search/index.html', query: '?q=printer', ready: '#search-hits h2 a' },
}
