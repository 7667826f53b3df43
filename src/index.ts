/** What the package offers to other programs: parse an article, build an archive, search one. */
export type { Article, Block, Problem, RawArticle, Reference, Section } from './article/article.js'
