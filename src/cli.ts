#!/usr/bin/env node
/**
 * `kb`: parses arguments, runs a command, prints, sets the exit code. Nothing else in the project prints.
 *
 * Commands are loaded when named, so that `kb search` does not load Eleventy.
 */
import { parseArgs } from 'node:util'
import type { Arguments, Command, Io } from './cli/command.js'
import { toTerminalLine } from './cli/terminal-text.js'
import { KbError } from './kb-error.js'

/** In the order of `kb --help`. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  build: () => import('./cli/build.js'),
  parse: () => import('./cli/parse.js'),
  search: () => import('./cli/search.js'),
  show: () => import('./cli/show.js'),
  pack: () => import('./cli/pack.js'),
  serve: () => import('./cli/serve.js'),
  check: () => import('./cli/check.js'),
  export: () => import('./cli/export.js'),
}

/** Runs one command line (`['build', 'kb/']`) and returns the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(await overview())
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  try {
    if (load === undefined) throw usageError(`Expected a command, found \`${name}\``, 'Run `kb --help` for the list.')
    const { command } = await load()
    if (rest.includes('--help') || rest.includes('-h')) {
      io.stdout.write(help(name, command))
      return 0
    }
    return await command.run(readArguments(name, command, rest), io)
  } catch (error) {
    if (!(error instanceof KbError)) throw error
    io.stderr.write(`${describe(error)}\n`)
    return error.exitCode
  }
}

/** Parses the flags of a command; a wrong one is a usage error that names it. */
function readArguments(name: string, command: Command, rest: readonly string[]) {
  try {
    return withoutExtraWords(
      parseArgs({ args: [...rest], options: { ...command.options }, allowPositionals: true, strict: true }),
      command.maxPositionals ?? 0,
    )
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause)
    throw usageError(reason, `Usage: kb ${name} ${command.usage}`)
  }
}

/** A word that nobody reads would let `kb check A B` say that all is well with A. */
function withoutExtraWords<Given extends Arguments>(given: Given, most: number): Given {
  const extra = given.positionals[most]
  if (extra === undefined) return given
  throw new Error(`Expected ${most === 0 ? 'only flags' : 'one place'}, found \`${extra}\``)
}

/** `kb: WHERE: MESSAGE. HINT`, on one line. */
function describe(error: KbError): string {
  const where = error.where === null ? '' : `${error.where}: `
  const hint = error.hint === null ? '' : ` ${error.hint}`
  return toTerminalLine(`kb: ${where}${error.message}.${hint}`)
}

function usageError(message: string, hint: string): KbError {
  return new KbError('usage', message, { hint, exitCode: 2 })
}

async function overview(): Promise<string> {
  const lines = ['Usage: kb COMMAND [...]', '']
  for (const [name, load] of Object.entries(COMMANDS))
    lines.push(`  ${name.padEnd(8)}  ${(await load()).command.summary}`)
  return `${lines.join('\n')}\n\nkb COMMAND --help lists a command's flags.\n`
}

function help(name: string, command: Command): string {
  const flags = Object.entries(command.options).map(([flag, option]) => {
    const label = `--${flag}${option.type === 'string' ? ` ${option.value ?? 'TEXT'}` : ''}`
    return `  ${label.padEnd(22)}  ${option.help}`
  })
  return `Usage: kb ${name} ${command.usage}\n\n${command.summary}\n\n${flags.join('\n')}\n`
}

/** Whoever reads less than is printed (`| head`) has ended the command, not broken it. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2), process)
