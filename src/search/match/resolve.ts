/**
 * Resolves a query: from clauses to terms with postings. Clauses are expanded as in Lunr, narrowed to sections, and
 * corrected if they are misspelt.
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
import { findPhrase } from './phrases.js'
import { restrictToSection } from './sections.js'
import { type Suggestion, suggestWord } from './suggest.js'

/** The most words of a paste that are looked for, the rarest ones. More words find nothing else, and take longer. */
const MOST_PASTED_WORDS = 32

/** A query's clauses with their postings, and the results of resolving it. */
export interface ResolvedQuery {
  readonly clauses: readonly FoundClause[]
  readonly conditions: Conditions
  readonly suggestions: readonly Suggestion[]
  /** Alternatives for the word of each clause, for ranking. Empty for a paste and for a query with operators. */
  readonly alternatives: readonly (readonly FoundAlternative[])[]
  /** Clauses that are left out: stop words, signs, and patterns with too many terms. */
  readonly leftOut: readonly LeftOut[]
}

/** Resolves a query. */
export async function resolveQuery(
  index: ArchiveIndex,
  query: ParsedQuery,
  rules: CompletionRules,
): Promise<ResolvedQuery> {
  // The query's words and their alternatives are looked up together, since each round of loading takes a browser time.
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

/** The query's own words. A plain query keeps all its clauses, since none of its words has too many terms. */
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

/** True if a clause has no completions. Spelling help is for such words only. */
function isNotCompleted({ sought, terms }: ExpandedClause): boolean {
  return terms.length <= sought.length
}

function leastOf(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Infinity)
}

/** The reason for leaving out a clause; null if it is looked for. */
function whyLeftOut(term: string, found: ExpandedClause | null): LeftOut['reason'] | null {
  if (found === null) return 'many'
  if (found.sought.length > 0) return null
  return WORD_CHARACTER.test(term) ? 'stop-word' : 'sign'
}

const WORD_CHARACTER = /[\p{L}\p{N}_]/u

/** The clauses with the rarest terms, which tell articles apart. Clauses without terms are dropped. */
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

/** Loads the postings of a clause's terms; only those in its section, if it names one. */
async function findClause(index: ArchiveIndex, { clause, terms }: ExpandedClause): Promise<FoundClause> {
  const words = await Promise.all(
    terms.map((entries) => Promise.all(entries.map((entry) => findTerm(index, entry, clause)))),
  )
  return { clause, words }
}

/** Loads the alternatives for the word of each clause. */
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

/** Loads the likelier spellings, by the typed word. */
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

/** The likelier spellings of words that the index lacks or hardly has. */
async function suggestWords(index: ArchiveIndex, clauses: readonly ExpandedClause[]): Promise<readonly Suggestion[]> {
  const words = clauses.filter(
    ({ clause, sought }) => clause.usePipeline && clause.editDistance === null && sought.length > 0,
  )
  const found = await Promise.all(words.map(({ clause }) => suggestWord(index, clause.term)))
  return found.filter((suggestion) => suggestion !== null)
}

/** The conditions of a query: its phrases, and for each section, at least one of the words there. */
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

/** The articles that have at least one of the optional words for a section there; one set for each section. */
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
