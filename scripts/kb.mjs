/** `npm run kb`: compiles changed sources, then runs the compiled CLI, as in the npm package. */
import { compile } from './compile.mjs'

await compile()
await import(new URL('../lib/src/cli.js', import.meta.url).href)
