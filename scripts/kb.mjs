/** `npm run kb`: compiles what changed, then runs the same compiled CLI that the npm package ships. */
import { compile } from './compile.mjs'

await compile()
await import(new URL('../lib/src/cli.js', import.meta.url).href)
