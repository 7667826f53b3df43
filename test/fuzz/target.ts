/** What can be fuzzed: a way to make inputs, and the laws that must hold of each. */
import type { Random } from './random.js'

export interface Target {
  readonly name: string
  /** Source files whose blocks guide the choice of inputs, by their address. */
  readonly isGuide: (file: string) => boolean
  /** Inputs to begin with; original ones. */
  seeds(): readonly Buffer[] | Promise<readonly Buffer[]>
  /** Pieces that mean something in the format. */
  readonly dictionary: readonly (string | Buffer)[]
  readonly maxBytes: number
  /** A new input by the format's own grammar. */
  generate(random: Random): Buffer | Promise<Buffer>
  /** Throws where a law does not hold of the input. */
  check(input: Buffer): void | Promise<void>
}
