/**
 * The notices above the hits: the article that a number names, the recognised parts of a paste, other spellings, parts
 * that were left out, faults of the index; and advice if nothing was found.
 */
import type { Excluded, Jump, LeftOut, NamedArticle, SearchResult } from '../../search/types.js'
import { element } from '../dom.js'
import { articleHref } from '../edition.js'
import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import { type Advice, planAdvice } from './advice.js'
import { type ChipOptions, toChips } from './chips.js'
import { type SearchState, toQueryString, withText } from './search-state.js'
import { toReasonText } from './wording.js'

/** The most words that a notice names. */
const MAX_NAMED = 12

export interface NoticeOptions extends ChipOptions {
  readonly state: SearchState
  /** The last word may be unfinished: no help with its spelling. */
  readonly isTyping: boolean
}

/** All notices of a result, in order of importance; empty if there are none. */
export function toNotices(
  result: SearchResult,
  { state, root, isTyping, onRemove }: NoticeOptions,
): readonly HTMLElement[] {
  const notices = [
    result.jump === null ? null : toJumpNotice(result.jump, root),
    toChips(result.recognised, { root, onRemove }),
    result.corrected === null ? null : toCorrectedNotice(result.corrected, state),
    isTyping || result.suggestion === null || !needsHelp(result) ? null : toSuggestionNotice(result.suggestion, state),
    toExcludedNotice(result.excluded, state),
    toLeftOutNotice(result.leftOut),
    result.total === 0 && result.jump?.exists !== true ? toEmptyNotice(state, result.suggestion) : null,
  ]
  return notices.filter((notice) => notice !== null)
}

/**
 * True if there are hits, but none has all words as they are typed. Without hits, the advice has the other spelling.
 */
function needsHelp({ total, withAll, words }: SearchResult): boolean {
  return total > 0 && (withAll === 0 || words.some(({ weight }) => weight === 0))
}

/** The faults of the index, and what to do about them. */
export function toFaultNotice(faults: readonly string[], onRetry: () => void): HTMLElement {
  return element(
    'div',
    { class: 'notice notice-fault', role: 'alert' },
    element('p', {}, 'A part of the search index could not be read, so hits may be missing:'),
    element(
      'ul',
      {},
      faults.map((fault) => element('li', {}, fault)),
    ),
    element(
      'p',
      {},
      'Unpack or upload the archive again if this goes on. ',
      element('button', { type: 'button', click: onRetry }, 'Try again'),
    ),
  )
}

function toJumpNotice(jump: Jump, root: string): HTMLElement {
  const link = ({ id, title }: NamedArticle, key: string) =>
    element(
      'a',
      { href: articleHref(root, Number(id.slice(1))), 'data-key': key },
      title === null ? id : `${id}: ${title}`,
    )
  if (jump.exists)
    return element('p', { class: 'notice notice-jump' }, 'Go to article ', link(jump, 'jump'), ' (Enter)')
  return element(
    'div',
    { class: 'notice notice-jump' },
    element('p', {}, `The archive has no article ${jump.id}.${jump.near.length === 0 ? '' : ' Near it are:'}`),
    element(
      'ul',
      {},
      jump.near.map((article) => element('li', {}, link(article, article.id))),
    ),
  )
}

function toCorrectedNotice(corrected: string, state: SearchState): HTMLElement {
  const literal = { ...state, shown: HITS_PER_PAGE, isLiteral: true }
  return element(
    'p',
    { class: 'notice notice-corrected' },
    'Showing results for ',
    element('strong', {}, toStateLink(corrected, withText(state, corrected))),
    '. Search instead for ',
    toStateLink(state.text.trim(), literal),
    '.',
  )
}

function toSuggestionNotice(suggestion: string, state: SearchState): HTMLElement {
  return element('p', { class: 'notice' }, 'Did you mean ', toStateLink(suggestion, withText(state, suggestion)), '?')
}

/** `Left out: “the”, “of” (too common); “--” (no letter or digit).` */
function toLeftOutNotice(leftOut: readonly LeftOut[]): HTMLElement | null {
  if (leftOut.length === 0) return null
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))]
  const groups = reasons.map((reason) => {
    const words = leftOut.filter((one) => one.reason === reason).slice(0, MAX_NAMED)
    const quoted = words.map(({ text }) => element('q', {}, text))
    return element('span', {}, ...join(quoted, ', '), ` (${toReasonText(reason)})`)
  })
  return element('p', { class: 'notice' }, 'Left out: ', ...join(groups, '; '), '.')
}

/** `Without articles that have “smtp”. Search for it instead.` */
function toExcludedNotice(excluded: readonly Excluded[], state: SearchState): HTMLElement | null {
  if (excluded.length === 0) return null
  return element(
    'p',
    { class: 'notice' },
    excluded.map(({ text, instead }) => [
      'Without articles that have ',
      element('q', {}, text),
      '. ',
      toStateLink('Search for it instead', withText(state, instead)),
      '. ',
    ]),
  )
}

function toEmptyNotice(state: SearchState, suggestion: string | null): HTMLElement {
  const advice: readonly Advice[] = planAdvice(state, suggestion)
  return element(
    'div',
    { class: 'notice notice-empty' },
    element('p', {}, 'Nothing in the archive matches. You could try:'),
    element(
      'ul',
      {},
      advice.map((one) => element('li', {}, toStateLink(one.label, one.state))),
      element(
        'li',
        {},
        'fewer or other words, or the beginning of a word with a star: ',
        element('code', {}, 'instal*'),
      ),
    ),
  )
}

/** A link to another search of this page. `search-page.ts` follows it without loading the page again. */
function toStateLink(label: string, state: SearchState): HTMLElement {
  return element('a', { href: `index.html${toQueryString(state)}`, 'data-state': true }, label)
}

function join(nodes: readonly Node[], separator: string): readonly (Node | string)[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [separator, node]))
}
