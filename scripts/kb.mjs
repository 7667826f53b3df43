/** `npm run kb`: compiles changed sources, then runs the compiled CLI, the same that the npm package has. */
import { compile } from './compile.mjs'

await compile()
await import(new URL('../lib/src/cli.js', import.meta.url).href)
