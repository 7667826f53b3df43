/** Tells the page script that content has come after the page: it adds there what it adds to every page. */
export const CONTENT_EVENT = 'kb-content'
