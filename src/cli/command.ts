/** The interface of a command of `kb`: usage, flags, and the function that it runs. `main.ts` lists the commands. */
import type { ParseArgsConfig } from 'node:util'

export interface Io {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
}

/** The parsed arguments of a command. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
}

export interface Command {
  /** The words after `kb NAME`: `[SOURCE...] [--out DIR]`. */
  readonly usage: string
  /** The flags, each with a line of help, in the shape that `parseArgs` of `node:util` takes. */
  readonly options: Readonly<Record<string, FlagOption>>
  /** Most words that are not flags. Default: 0. */
  readonly maxPositionals?: number
  /** True if a word may begin with a minus: `kb search queue -smtp`. Default: no. */
  readonly takesMinusWords?: boolean
  /** Resolves to the exit code: 0: done, 1: failed, 2: wrong usage. A rejection with a `KbError` is printed. */
  run(given: Arguments, io: Io): Promise<number>
}

export type FlagOption = NonNullable<ParseArgsConfig['options']>[string] & {
  readonly help: string
  /** The value's name in help: `DIR`. */
  readonly value?: string
}

/** The value of a string flag, or `null`. */
export function textFlag(given: Arguments, name: string): string | null {
  const value = given.values[name]
  return typeof value === 'string' ? value : null
}

/** Reports whether a boolean flag was given. */
export function hasFlag(given: Arguments, name: string): boolean {
  return given.values[name] === true
}
