/**
 * The edition of a page, which decides how a script links to another page. In the compact edition, one page shows all
 * others; its script marks the document (`<html data-compact>`).
 */

import { toPageFile, toShellAddress } from '../render/page-pack.js'
import { articlePath } from '../render/paths.js'

/** True in the compact edition, where pages are in packs. */
export function isCompact(): boolean {
  return document.documentElement.dataset.compact !== undefined
}

/** Marks the page as one of the compact edition. */
export function markCompact(): void {
  document.documentElement.dataset.compact = ''
}

/** The address of an article's page; `root`: path to the site's root. */
export function articleHref(root: string, number: number): string {
  return pageHref(root, articlePath(number))
}

/** The address of the page at `path`, such as `error/0x80004005/`. */
export function pageHref(root: string, path: string): string {
  return root + (isCompact() ? toShellAddress(path) : toPageFile(path))
}
