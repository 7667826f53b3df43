/** `npm run kb`: compiles changed sources, then runs the compiled CLI, as in the npm package. */
import { CompileError, compile } from './compile.mjs'

try {
  await compile()
} catch (error) {
  if (!(error instanceof CompileError)) throw error
  console.error(error.message)
  process.exit(1)
}
await import(new URL('../lib/src/cli.js', import.meta.url).href)
