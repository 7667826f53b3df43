/**
 * From the clauses of a query to terms with postings: expanded as Lunr does it, narrowed to sections, repaired where misspelt.
 */

import type { QueryClause } from '../query/clause.js'
import type { ParsedQuery } from '../query/parse-query.js'
import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'
import { inverseFrequency } from '../reader/statistics.js'
import type { LeftOut } from '../types.js'
import { type Alternative, findAlternatives, toRepair } from './alternatives.js'
import { articlesOf } from './article-sets.js'
import { type CompletionRules, completeWords } from './complete.js'
import { type ExpandedClause, expandClause } from './expand.js'
import type { ArticleSet, Conditions, FoundAlternative, FoundClause, FoundTerm } from './found.js'
import { findPhrase, restrictToSection } from './phrases.js'
import { type Suggestion, suggestWord } from './suggest.js'

/** Words of a paste that are looked for: the most telling ones. More find nothing else, and take longer. */
const MOST_PASTED_WORDS = 32

/** A query's clauses with their postings, and what became of the rest. */
export interface ResolvedQuery {
  readonly clauses: readonly FoundClause[]
  readonly conditions: Conditions
  readonly suggestions: readonly Suggestion[]
  /** For each clause of a plain query what its word may stand for besides itself, for ranking. */
  readonly alternatives: readonly (readonly FoundAlternative[])[]
  /** Clauses that say nothing: stop words, signs, and what stands for too many terms. */
  readonly leftOut: readonly LeftOut[]
}

/** Resolves a query. */
export async function resolveQuery(
  index: ArchiveIndex,
  query: ParsedQuery,
  rules: CompletionRules,
): Promise<ResolvedQuery> {
  // Words that may stand for others are looked up together with those: each round of files takes a browser 10 ms.
  const [own, alternatives] = await Promise.all([
    findOwnWords(index, query, rules),
    query.isPlain && !query.isPaste ? loadAlternatives(index, query.clauses) : [],
  ])
  const { clauses, suggestions } = own
  const [repairs, conditions] = await Promise.all([
    loadRepairs(index, suggestions),
    findConditions(index, query, clauses),
  ])
  const withRepairs = alternatives.map((known, i) => {
    const repair = repairs.get(clauses[i]?.clause.term ?? '')
    return repair === undefined ? known : [repair, ...known]
  })
  return { ...own, conditions, alternatives: withRepairs }
}

/** The words of the query itself: all clauses of a plain query, since none of its words stands for too many terms. */
async function findOwnWords(
  index: ArchiveIndex,
  query: ParsedQuery,
  rules: CompletionRules,
): Promise<Pick<ResolvedQuery, 'clauses' | 'suggestions' | 'leftOut'>> {
  const all = await Promise.all(query.clauses.map((clause) => expandClause(index, clause)))
  const leftOut = new Map<string, LeftOut>()
  for (const [i, { term }] of query.clauses.entries()) {
    const reason = whyLeftOut(term, all[i] ?? null)
    if (reason !== null) leftOut.set(term, { text: term, reason })
  }
  const expanded = all.filter((clause) => clause !== null)
  const chosen = query.isPaste ? await mostTelling(index, expanded) : expanded
  const finished = query.isPlain && !query.isPaste ? await completeWords(index, chosen, rules) : chosen
  const [clauses, suggestions] = await Promise.all([
    Promise.all(finished.map((clause) => findClause(index, clause))),
    query.isPaste ? [] : suggestWords(index, finished.filter(isNotCompleted)),
  ])
  return { clauses, suggestions, leftOut: [...leftOut.values()] }
}

/** Spelling help is for words that are not the beginning of others. */
function isNotCompleted({ sought, terms }: ExpandedClause): boolean {
  return terms.length <= sought.length
}

function leastOf(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Infinity)
}

/** Why a clause is not looked for; null where it is. */
function whyLeftOut(term: string, found: ExpandedClause | null): LeftOut['reason'] | null {
  if (found === null) return 'many'
  if (found.sought.length > 0) return null
  return WORD_CHARACTER.test(term) ? 'stop-word' : 'sign'
}

const WORD_CHARACTER = /[\p{L}\p{N}_]/u

/** The clauses whose terms are used least, which tell articles apart; those without any term tell nothing. */
async function mostTelling(
  index: ArchiveIndex,
  clauses: readonly ExpandedClause[],
): Promise<readonly ExpandedClause[]> {
  const known = clauses.filter(({ terms }) => terms.flat().length > 0)
  const usages = await Promise.all(
    known.map(async ({ terms }) => leastOf(await Promise.all(terms.flat().map((entry) => index.usage(entry))))),
  )
  const order = [...known.keys()].sort((a, b) => (usages[a] ?? 0) - (usages[b] ?? 0))
  const chosen = new Set(order.slice(0, MOST_PASTED_WORDS))
  return known.filter((_, i) => chosen.has(i))
}

/** The postings of a clause's terms; of those in its section, where it names one. */
async function findClause(index: ArchiveIndex, { clause, terms }: ExpandedClause): Promise<FoundClause> {
  const words = await Promise.all(
    terms.map((entries) => Promise.all(entries.map((entry) => findTerm(index, entry, clause)))),
  )
  return { clause, words }
}

/** What the word of each clause may stand for. */
async function loadAlternatives(
  index: ArchiveIndex,
  clauses: readonly QueryClause[],
): Promise<readonly (readonly FoundAlternative[])[]> {
  const found = await findAlternatives(index, clauses)
  return Promise.all(
    found.map((alternatives, i) =>
      Promise.all(alternatives.map((alternative) => loadAlternative(index, alternative, clauses[i] ?? null))),
    ),
  )
}

/** The likelier spellings, by what was typed. */
async function loadRepairs(
  index: ArchiveIndex,
  suggestions: readonly Suggestion[],
): Promise<ReadonlyMap<string, FoundAlternative>> {
  const repairs = suggestions.map(
    async (suggestion) => [suggestion.typed, await loadAlternative(index, toRepair(suggestion), null)] as const,
  )
  return new Map(await Promise.all(repairs))
}

async function loadAlternative(
  index: ArchiveIndex,
  { terms, worth }: Alternative,
  clause: QueryClause | null,
): Promise<FoundAlternative> {
  return { terms: await Promise.all(terms.map((entry) => findTerm(index, entry, clause))), worth }
}

async function findTerm(index: ArchiveIndex, entry: TermEntry, clause: QueryClause | null): Promise<FoundTerm> {
  const [fields, { articleCount }] = await Promise.all([index.postings(entry), index.manifest()])
  const found = { term: entry.term, idf: inverseFrequency(fields, articleCount), fields }
  if (clause === null || clause.section === null) return found
  return restrictToSection(index, entry, found, clause.fields[0] ?? 0, clause.section)
}

/** What is likelier meant by words that the index hardly has. */
async function suggestWords(index: ArchiveIndex, clauses: readonly ExpandedClause[]): Promise<readonly Suggestion[]> {
  const words = clauses.filter(
    ({ clause, sought }) => clause.usePipeline && clause.editDistance === null && sought.length > 0,
  )
  const found = await Promise.all(words.map(({ clause }) => suggestWord(index, clause.term)))
  return found.filter((suggestion) => suggestion !== null)
}

/** Phrases, and of the words for a section that at least one is in it. */
async function findConditions(
  index: ArchiveIndex,
  query: ParsedQuery,
  clauses: readonly FoundClause[],
): Promise<Conditions> {
  const { articleCount } = await index.manifest()
  const phrases = await Promise.all(query.phrases.map((phrase) => findPhrase(index, phrase, articleCount)))
  const setsOf = (presence: 'required' | 'prohibited') =>
    phrases.filter((set, i) => set !== null && query.phrases[i]?.presence === presence).filter((set) => set !== null)
  return { required: [...setsOf('required'), ...sectionSets(clauses, articleCount)], prohibited: setsOf('prohibited') }
}

/** For each section that optional words name, the articles that have at least one of them there. */
function sectionSets(clauses: readonly FoundClause[], articleCount: number): readonly ArticleSet[] {
  const scoped = clauses.filter(({ clause, words }) => isScoped(clause) && words.length > 0)
  const sections = [...new Set(scoped.map(({ clause }) => clause.section))]
  return sections.map((section) => {
    const own = scoped.filter(({ clause }) => clause.section === section)
    const [first = new Uint8Array(articleCount), ...others] = own.map((found) => articlesOf(found, articleCount))
    return first.map((member, article) => (member === 1 || others.some((set) => set[article] === 1) ? 1 : 0))
  })
}

function isScoped({ section, presence }: QueryClause): boolean {
  return section !== null && presence === 'optional'
}
