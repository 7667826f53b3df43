/**
 * The library: reads articles, builds archives, searches them.
 *
 *     const article = readArticle(readFileSync('Q214001.TXT'), 'Q214001.TXT')
 *     const { articles } = await buildSite({ sources: ['dumps/kb.zip'], out: 'dist' })
 *     const search = createSearch(createDiskShardLoader('dist/site'))
 */
import './article/tree-data.js'

export type {
  AppliesTo,
  Article,
  Block,
  KeywordBlock,
  Problem,
  RawArticle,
  Reference,
  Section,
} from './article/article.js'
export { SECTION_NAMES } from './article/article.js'
export type { Form } from './article/form-names.js'
export { FORMS } from './article/form-names.js'
export { type ParseOptions, parseArticle } from './article/parse.js'
export { PROBLEMS, type ProblemCode } from './article/problems.js'
export { recogniseForm, splitArticles } from './article/recognise.js'
export { DEFAULT_LIMITS, type Limits } from './dump/limits.js'
export { readArticle, readArticles } from './dump/read-article.js'
export { KbError } from './kb-error.js'
export { buildSite } from './pipeline/build-site.js'
export type { BuildSummary } from './pipeline/build-summary.js'
export type { BuildEvent, BuildOptions, Report } from './pipeline/run/build-options.js'
export { createSearch } from './search/engine.js'
export type { SearchHit, SearchRequest, SearchResult, ShardLoader } from './search/types.js'
export { createDiskShardLoader } from './site/disk-shard-loader.js'
