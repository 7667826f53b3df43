/** The one call of `compression` that `serve-site.ts` makes; @types/compression would bring all of Express's types. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  export default function compression(options: {
    filter(request: IncomingMessage, response: ServerResponse): boolean
  }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}
