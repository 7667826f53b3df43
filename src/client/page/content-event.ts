/** The event after new content was put into the page. The page script then adds its parts to it, as on every page. */
export const CONTENT_EVENT = 'kb-content'
