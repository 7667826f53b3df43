/**
 * The command line of `kb`: parses arguments, runs a command, prints errors and help, sets the exit code.
 *
 * A command is loaded only when it is called, so that `kb search` does not load Eleventy.
 */
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { KbError } from '../kb-error.js'
import type { Arguments, Command, Io } from './command.js'
import { isBrokenPipe, toOutputError } from './terminal/output.js'
import { toTerminalLine } from './terminal/terminal-text.js'

interface CommandEntry {
  /** The text beside the name in `kb --help`. */
  readonly summary: string
  readonly load: () => Promise<{ readonly command: Command }>
  /** True if the command uses worker threads. */
  readonly threads?: true
}

/** The commands, in the order of `kb --help`. */
const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  build: {
    summary: 'build the site and the data from dumps of articles',
    load: () => import('./build.js'),
    threads: true,
  },
  parse: { summary: 'print articles as JSON, one a line, in id order', load: () => import('./parse.js') },
  search: { summary: 'search a built archive', load: () => import('./search.js') },
  show: { summary: 'print an article', load: () => import('./show.js') },
  pack: { summary: 'pack a built site into one file to read offline', load: () => import('./pack.js'), threads: true },
  serve: { summary: 'serve a built site for a look at it', load: () => import('./serve.js') },
  check: {
    summary: 'verify a built site or its archive: links, articles, search index',
    load: () => import('./check.js'),
    threads: true,
  },
  export: { summary: 'write the articles for other programs', load: () => import('./export.js') },
}

/**
 * Most bytes of bytecode that V8 inlines into an optimised function; V8's default is 920. Each thread compiles its own
 * code and runs only for a short time, so less compilation is worth more than fewer calls: docs/decisions.md, "Workers
 * inline less". The option is set only here, so programs that use the library are not affected.
 */
const MAX_INLINED_BYTES = 100

/** Runs one command line (`['build', 'kb/']`) and returns the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined || isHelp(name)) return await printHelp(name, rest[0], io)
    if (name === '--version' || name === '-V') {
      io.stdout.write(`${readVersion()}\n`)
      return 0
    }
    const entry = findCommand(name)
    if (rest.some((word) => word !== 'help' && isHelp(word))) return await printHelp('help', name, io)
    if (entry.threads) setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MAX_INLINED_BYTES}`)
    const { command } = await entry.load()
    return await command.run(readArguments(name, command, rest), io)
  } catch (error) {
    if (!(error instanceof KbError)) throw error
    io.stderr.write(`${describe(error)}\n`)
    return error.exitCode
  }
}

function isHelp(word: string): boolean {
  return word === 'help' || word === '--help' || word === '-h'
}

function findCommand(name: string): CommandEntry {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (entry !== undefined) return entry
  throw usageError(`Expected a command, found \`${name}\``, 'Run `kb --help` for the list.')
}

/** Prints the list of commands, or the flags of `about`. Returns 2, wrong usage, if there was no first word. */
async function printHelp(first: string | undefined, about: string | undefined, io: Io): Promise<number> {
  io.stdout.write(about === undefined || isHelp(about) ? overview() : await help(about, findCommand(about)))
  return first === undefined ? 2 : 0
}

/** Reads the version from package.json, which the package exports under its own name. */
function readVersion(): string {
  const { version } = createRequire(import.meta.url)('kb-archive/package.json') as { readonly version: string }
  return version
}

/** Parses the arguments of a command. Throws a usage error that names a wrong one. */
function readArguments(name: string, command: Command, rest: readonly string[]) {
  try {
    const args = command.takesMinusWords === true ? rest.map(hideMinus) : [...rest]
    const given = parseArgs({ args, options: { ...command.options }, allowPositionals: true, strict: true })
    refuseEmptyValues(given.values, command)
    return withoutExtraWords(showMinuses(given), command.maxPositionals ?? 0)
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause)
    throw usageError(reason, `Usage: kb ${name} ${command.usage}`)
  }
}

/** Refuses an empty value. `--out ''` comes from an unset variable of a script, and would mean the current folder. */
function refuseEmptyValues(values: Arguments['values'], command: Command): void {
  for (const [name, value] of Object.entries(values))
    if (value === '' || (typeof value === 'object' && value.includes('')))
      throw new Error(`Expected \`--${name} ${command.options[name]?.value ?? 'TEXT'}\`, found an empty text`)
}

/** Hides a word such as `-smtp` from `parseArgs` by a NUL in front, which no real argument contains. */
function hideMinus(word: string): string {
  return MINUS_WORD.test(word) ? `\0${word}` : word
}

const MINUS_WORD = /^-[^-]/

function showMinus<T extends string | boolean>(word: T): T | string {
  return typeof word === 'string' && word.startsWith('\0') ? word.slice(1) : word
}

function showMinuses({ positionals, values }: Arguments): Arguments {
  const shown = Object.entries(values).map(([name, value]) => {
    if (value === undefined) return [name, value]
    return [name, typeof value === 'object' ? value.map(showMinus) : showMinus(value)]
  })
  return { positionals: positionals.map((word) => String(showMinus(word))), values: Object.fromEntries(shown) }
}

/** Throws if there are more words than the command reads: `kb check A B` would otherwise check only A. */
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

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(8)}  ${summary}`)
  return `Usage: kb COMMAND [...]

${lines.join('\n')}

kb help COMMAND lists a command's flags; kb --version prints the version.
`
}

async function help(name: string, { summary, load }: CommandEntry): Promise<string> {
  const { command } = await load()
  const flags = Object.entries(command.options).map(([flag, option]) => {
    const label = `--${flag}${option.type === 'string' ? ` ${option.value ?? 'TEXT'}` : ''}`
    return `  ${label.padEnd(22)}  ${option.help}`
  })
  return `Usage: kb ${name} ${command.usage}\n\n${summary}\n\n${flags.join('\n')}\n`
}

/** Runs the command line of this process and sets its exit code. */
export async function runProcess(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isBrokenPipe(error)) return
    process.stderr.write(`${describe(toOutputError(error))}\n`)
    process.exit(1)
  })
  // If standard error is closed, messages are lost, but the exit code is still set.
  process.stderr.on('error', () => undefined)
  process.exitCode = await main(process.argv.slice(2), process)
}
