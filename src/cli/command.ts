/**
 * What a command of `kb` is: its words, its flags, what it runs. `cli.ts` lists the commands, parses and prints.
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
  /** What stands after `kb NAME`: `[SOURCE...] [--out DIR]`. */
  readonly usage: string
  /** Each flag with a line of help; shapes of `node:util` parseArgs. */
  readonly options: Readonly<Record<string, FlagOption>>
  /** How many words it takes that are no flags; none where it says nothing. */
  readonly maxPositionals?: number
  /** Whether what begins with one minus is a word, not a flag: `kb search queue -smtp`. */
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

/** Whether a boolean flag was given. */
export function hasFlag(given: Arguments, name: string): boolean {
  return given.values[name] === true
}
