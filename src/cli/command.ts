/**
 * The shape of a command of `kb`: usage, flags, and the function it runs. `main.ts` lists the commands, parses and
 * prints.
 */
import type { ParseArgsConfig } from 'node:util'

export interface Io {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
}

export interface Arguments {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
}

export interface Command {
  /** The words after `kb NAME`: `[SOURCE...] [--out DIR]`. */
  readonly usage: string
  /** The flags, each with a line of help, in the shape that `parseArgs` of `node:util` takes. */
  readonly options: Readonly<Record<string, FlagOption>>
  /** The most words that are no flags. Default: none. */
  readonly maxPositionals?: number
  /** True where a word may begin with one minus: `kb search queue -smtp`. */
  readonly takesMinusWords?: boolean
  /** Resolves to the exit code: 0 done, 1 cannot, 2 wrong usage. */
  run(given: Arguments, io: Io): Promise<number>
}

export type FlagOption = NonNullable<ParseArgsConfig['options']>[string] & {
  readonly help: string
  /** The value's name in help: `DIR`. */
  readonly value?: string
}

/** A string flag's value, or `null`. */
export function textFlag(given: Arguments, name: string): string | null {
  const value = given.values[name]
  return typeof value === 'string' ? value : null
}

/** True where a boolean flag was given. */
export function hasFlag(given: Arguments, name: string): boolean {
  return given.values[name] === true
}
