/** `kb serve`: serves a built site for a preview, until it is interrupted. */
import { once } from 'node:events'
import { KbError } from '../kb-error.js'
import { serveSite } from '../serve/serve-site.js'
import { type Arguments, type Command, type Io, textFlag } from './command.js'

/** The default address to listen on: only this machine can connect. */
const loopback = '127.0.0.1'
const defaultPort = 8080

export const command: Command = {
  usage: '[DIR] [--port N] [--host ADDRESS]',
  options: {
    port: { type: 'string', value: 'N', help: `the port, 0 for any free one (default ${defaultPort})` },
    host: { type: 'string', value: 'ADDRESS', help: 'the address to listen on (default: this machine only)' },
  },
  maxPositionals: 1,
  async run(given: Arguments, io: Io): Promise<number> {
    const directory = given.positionals[0] ?? 'dist/site'
    const host = textFlag(given, 'host') ?? loopback
    const server = await serveSite({ directory, host, port: readPort(textFlag(given, 'port')) })
    io.stdout.write(`Serving ${directory} on http://${showHost(host)}:${server.port}${server.base} (Ctrl+C ends it)\n`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await server.close()
    return 0
  },
}

function readPort(text: string | null): number {
  if (text === null) return defaultPort
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new KbError('usage', `Expected a port from 0 to 65535, found \`${text}\``, { exitCode: 2 })
}

function showHost(host: string): string {
  if (host === loopback) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
