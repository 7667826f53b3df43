/** The findings of `kb check`: a closed list of codes. */

/** Code -> what is expected. It is printed before what was found. */
export const FINDINGS = {
  'file-unreadable': 'Expected a whole file',
  'hash-differs': 'Expected the content that `MANIFEST.sha256` says',
  'file-unlisted': 'Expected every file to be in `MANIFEST.sha256`',
  'file-missing': 'Expected a file that `MANIFEST.sha256` lists',
  'file-foreign': 'Expected no file that a system leaves in folders: it would go out with the site',
  'manifest-missing': 'Expected the archive to have its `MANIFEST.sha256`',
  'manifest-odd': 'Expected a hash and a path of its own in each line of `MANIFEST.sha256`',
  'entry-odd': 'Expected all files of the archive in one folder, each of them once, and no links',
  'link-missing': 'Expected a link to a file of the site',
  'fragment-missing': 'Expected a link to an `id` of the page',
  'link-outside': 'Expected a link that stays in the site',
  'link-absolute': 'Expected a relative link: the site must work below any path and from a disk',
  'link-folder': 'Expected a link that names its file: a folder shows a listing when opened from a disk',
  'link-malformed': 'Expected an address that can be decoded',
  'link-scheme': 'Expected http, https, ftp, mailto or news',
  'external-request': 'Expected no request to another host',
  'inline-code': 'Expected no script, style or event handler inside the page: the content security policy forbids them',
  'base-element': 'Expected no `base` element: it changes where links lead',
  'heading-empty': 'Expected a heading to have a text',
  'link-empty': 'Expected a link to have a text',
  'article-invalid': 'Expected an article that fits `article.schema.json`',
  'article-page-missing': 'Expected a page for every article of the data',
  'article-unknown': 'Expected every page of an article to have its data',
  'page-differs': 'Expected the page to show the words of the article',
  'original-missing': 'Expected the original text of the article on its page of original texts',
  'original-differs': 'Expected the original text to have the SHA-256 of its file',
  'text-lost': 'Expected every line of the original text in the article',
  'shard-missing': 'Expected every file that the search manifest lists',
  'shard-unlisted': 'Expected the search manifest to list every file of the index',
  'shard-unreadable': 'Expected a file of the search index that can be read',
  'shard-other-build': 'Expected all files of the search index to be of one build',
  'index-differs': 'Expected the search index to have every article',
  'index-lengths-differ': 'Expected an article of the search index to have as many words as its `lengths` say',
  'index-words-differ': 'Expected the search index to have the words of the article, and no others',
  'index-places-differ': 'Expected the search index to know where the words of the article stand',
  'index-card-differs': 'Expected a hit to show the title of its article',
  'pack-unreadable': 'Expected a pack of the compact edition that can be read',
  'host-limit': 'Expected a site that the host takes',
} as const
export type FindingCode = keyof typeof FINDINGS

/** Something wrong. `file`: the path in the site. `found`: the offending text, shortened. */
export interface Finding {
  readonly code: FindingCode
  readonly file: string
  readonly found: string
}
