#!/usr/bin/env node
/**
 * `kb`: checks the version of Node, then runs the command line.
 *
 * Everything else is imported after the check, so that an old Node prints a message instead of a SyntaxError.
 */
import { toVersionError } from './cli/node-version.js'

const error = toVersionError(process.versions.node)
if (error === null) {
  const { runProcess } = await import('./cli/main.js')
  await runProcess()
} else {
  process.stderr.write(`kb: ${error}\n`)
  process.exitCode = 1
}
