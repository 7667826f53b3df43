/**
 * Finds addresses in a text: `http://`, `https://`, `ftp://`, `news:`, `www.` and mail. Other schemes are never links.
 *
 * Searches for the signs that only addresses have (`://`, `@`), so that a text of any length is read once.
 */
import { toIdentity } from '../identity.js'
import type { Span } from './span.js'

/** Matches the sign of an address: `://`, `www.`, `news:` or `@`. */
const SIGN = /:\/\/|www\.|news:|@/g
/** Matches the scheme before `://`. */
const SCHEME = /(?:https?|ftp)$/i
/** Characters that do not belong to the address when they end it: `.`, `,`, `."`. */
const TRAILING = '.,;:!?\'"]}*'
/** Matches a host with a dot: `www.contoso.com`, `10.0.0.1`. `servername` is only an example and does not match. */
const HOST = /^(?:[\w-]+\.)+[a-z0-9]{2,}(?![\w-])|^\d{1,3}(?:\.\d{1,3}){3}(?!\w)/i
/** Matches the part after the `@` of `someone@contoso.com`. */
const MAIL_HOST = /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,6}(?![\w@])/i
/** Length limit of an address, in UTF-16 code units. */
const MAX_LENGTH = 2000
const MAX_HOST_LENGTH = 260
/** Matches `support.microsoft.com/support/kb/articles/Q123/4/56.asp`, `...?scid=kb;en-us;Q123456`. */
const SUPPORT_PAGE =
  /^(?:\w+:\/\/)?support\.microsoft\.com\/(?:support\/kb\/articles\/q(\d{2,3})\/(\d)\/(\d\d)\.asp|\S*[;=/]q(\d{5,6})$)/i

/** Finds every address in a text, in order. */
export function findAddresses(text: string): Span[] {
  const spans: Span[] = []
  let end = 0
  for (const { index: at } of text.matchAll(SIGN)) {
    if (at < end) continue
    const span = text[at] === '@' ? mailAt(text, at, end) : urlAt(text, at, end)
    if (span === null) continue
    spans.push(span)
    end = span.end
  }
  return spans
}

/** Returns the address around `://`, or from `www.` or `news:` on. `floor`: the end of the previous address. */
function urlAt(text: string, at: number, floor: number): Span | null {
  const isUrl = text.startsWith('://', at)
  const scheme = isUrl ? (SCHEME.exec(text.slice(Math.max(floor, at - 5), at))?.[0] ?? '') : ''
  const start = at - scheme.length
  if ((isUrl && scheme === '') || (start > floor && /[\w@./]/.test(text[start - 1] ?? ''))) return null
  const isNews = text.startsWith('news:', at)
  const hostAt = isUrl ? at + 3 : isNews ? at + 5 : at
  if (!HOST.test(text.slice(hostAt, hostAt + MAX_HOST_LENGTH))) return null
  const end = endOfUrl(text, at)
  if (text[end] === '<') return null
  const found = text.slice(start, end)
  return toSupportSpan(found, start) ?? { start, end, url: isUrl || isNews ? found : `http://${found}`, article: null }
}

/** Returns a link to the article if the address is one of the old support site's pages. */
function toSupportSpan(found: string, start: number): Span | null {
  const page = SUPPORT_PAGE.exec(found)
  if (page === null) return null
  const { id, path } = toIdentity(Number(page[4] ?? `${page[1]}${page[2]}${page[3]}`))
  return { start, end: start + found.length, url: path, article: id }
}

/**
 * Returns the end of an address: before white space, a quotation mark or an angle bracket, without trailing punctuation
 * and unopened closing brackets.
 */
function endOfUrl(text: string, from: number): number {
  let end = from
  while (end < text.length && end - from <= MAX_LENGTH && !/[\s<>"]/.test(text[end] ?? ' ')) end++
  const opened = countOf(text, '(', from, end)
  let closed = countOf(text, ')', from, end)
  for (; end > from; end--) {
    const last = text[end - 1] ?? ''
    if (last === ')' && closed > opened) closed--
    else if (!TRAILING.includes(last)) break
  }
  return end
}

function countOf(text: string, sign: string, from: number, end: number): number {
  let count = 0
  for (let at = from; at < end; at++) if (text[at] === sign) count++
  return count
}

/** Returns the mail address around an `@`, or `null`. */
function mailAt(text: string, at: number, floor: number): Span | null {
  let start = at
  while (start > floor && at - start < 64 && /[\w.+-]/.test(text[start - 1] ?? '')) start--
  const host = MAIL_HOST.exec(text.slice(at + 1, at + 256))
  if (start === at || host === null) return null
  const name = text.slice(start, at).replace(/^[.+-]+/, '')
  if (name === '') return null
  const end = at + 1 + host[0].length
  start = at - name.length
  return { start, end, url: `mailto:${text.slice(start, end)}`, article: null }
}
