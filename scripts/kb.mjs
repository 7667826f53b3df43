/** `npm run kb`: compiles what changed, then runs the same compiled CLI that the npm package ships. */
import { compile } from './compile.mjs'

await compile()
await import('../lib/src/cli.js')
