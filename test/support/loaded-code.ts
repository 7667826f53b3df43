/** The files that a module loads, directly or through others: what really runs, so imports of types are left out. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Paths from the root, sorted: `src/article/text/lines.ts`. Follows `import()` as well; leaves packages out. */
export async function listLoadedCode(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    outdir: 'unused',
    packages: 'external',
    external: ['#hast/*'],
    jsx: 'automatic',
    jsxImportSource: '#hast',
    logLevel: 'silent',
  })
  return Object.keys(metafile.inputs).sort()
}
