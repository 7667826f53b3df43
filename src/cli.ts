#!/usr/bin/env node
/**
 * `kb`: checks the version of Node, then runs the command line.
 *
 * Imports nothing beforehand, so that an old Node gets a sentence instead of a SyntaxError about a module it lacks.
 */
import { toVersionError } from './cli/node-version.js'

const error = toVersionError(process.versions.node)
if (error === null) await import('./cli/main.js')
else {
  process.stderr.write(`kb: ${error}\n`)
  process.exitCode = 1
}
