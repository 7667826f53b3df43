/**
 * Reads the addresses of a page's links: the article that each leads to, or whether it may stay a link.
 *
 *     /kb/105081/en-us, default.aspx?scid=kb;en-us;105081, q115389.htm, /support/kb/articles/Q115/3/89.asp
 */
import { toIdentity } from '../identity.js'

const ARTICLE: readonly RegExp[] = [
  /\/kb\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?Q?(\d{4,7})(?!\d)/i,
  /[?&;](?:kbid|scid)=(?:kb;(?:[a-z-]{0,8};)?)?Q?(\d{4,7})(?!\d)/i,
  /(?:^|\/)(?:KB|Q)(\d{4,7})(?:\.(?:html?|aspx?|txt|md)|\/)?(?:[?#]|$)/i,
]
/** Matches a number that is split into folders. */
const IN_FOLDERS = /\/articles\/Q(\d{1,4})\/(\d)\/(\d{2})\.asp/i
const ALLOWED = /^(?:https?:\/\/|ftp:\/\/|mailto:|news:)/i
/** Length limit of an address, in UTF-16 code units. Anything longer is no link. */
const MAX_LENGTH = 2048

/** Returns the target of a link; `null`: the link is dropped and its text stays. */
export function readLink(address: string): { readonly url: string; readonly article: string | null } | null {
  const trimmed = address.trim()
  if (trimmed.length > MAX_LENGTH) return null
  const number = numberOf(trimmed)
  if (number !== null) {
    const { path, id } = toIdentity(number)
    return { url: path, article: id }
  }
  return ALLOWED.test(trimmed) ? { url: trimmed, article: null } : null
}

function numberOf(address: string): number | null {
  const folders = IN_FOLDERS.exec(address)
  if (folders !== null) return Number(`${folders[1]}${folders[2]}${folders[3]}`)
  for (const pattern of ARTICLE) {
    const digits = pattern.exec(address)?.[1]
    if (digits !== undefined && Number(digits) > 0) return Number(digits)
  }
  return null
}
