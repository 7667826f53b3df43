/** The import lines of the code, types included, and the folders that code lies in. Resolves paths; knows no rule. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** An import of another file of the project, of a package or of a part of Node. */
export interface Import {
  /** `src/article/text/lines.ts` */
  readonly from: string
  /** A path from the root (`src/kb-error.ts`), `node:fs` or a package's name. */
  readonly target: string
  /** True where only types are taken: nothing is loaded when the program runs. */
  readonly typeOnly: boolean
}

/** Any form of import: `import x from './y.js'`, `import type ...`, `export * from './y.js'`, `import('./y.js')`. */
const IMPORT = /^(?:import|export) (type )?(?:[^'"]*? from )?'([^']+)'|\bimport\('([^']+)'\)/gm
const COMMENT_LINE = /^\s*(?:\*|\/\/|\/\*).*$/gm
const SOURCE = /\.tsx?$/

/** Every source file below a folder, as paths from the root. Throws where the folder is missing. */
export function listSources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
}

/** The folders of a list of files, each once. */
export function listFolders(files: readonly string[]): readonly string[] {
  return [...new Set(files.map((file) => dirname(file)))].sort()
}

/** The imports of one file, in their order. */
export function listImports(from: string): readonly Import[] {
  return importsIn(from, readFileSync(join(ROOT, from), 'utf8'))
}

/** The imports in a text that stands for the file `from`. */
export function importsIn(from: string, text: string): readonly Import[] {
  return [...text.replace(COMMENT_LINE, '').matchAll(IMPORT)].map(([, type, named, loaded]) => {
    const target = named ?? loaded ?? ''
    return { from, target: target.startsWith('.') ? resolveImport(from, target) : target, typeOnly: type !== undefined }
  })
}

/** The source that `./lines.js` names: `.ts`, `.tsx` or a declaration beside it. */
function resolveImport(from: string, target: string): string {
  const path = posix.join(dirname(from), target)
  const stem = path.replace(/\.js$/, '')
  const names = new Set(readdirSync(join(ROOT, dirname(path))))
  const found = ['.ts', '.tsx', '.d.ts'].find((end) => names.has(`${posix.basename(stem)}${end}`))
  return found === undefined ? path : `${stem}${found}`
}
