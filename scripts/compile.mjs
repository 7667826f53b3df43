/**
 * Compiles src/, templates/ and .eleventy.ts to lib/, each file to an ES module (some with their packages, see
 * `BUNDLED`); bundles the browser's scripts and the style sheet. Does nothing if no source has changed since the
 * previous run, so `kb` in a checkout always runs the current sources. `--package` adds the type declarations and the
 * schema for the npm package.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'lib', '.compiled')

/**
 * The files below `directory`, as paths relative to the project with `/` in between.
 * @param {string} directory
 * @returns {string[]}
 */
function listFiles(directory) {
  if (!existsSync(join(root, directory))) return []
  return readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/**
 * Wraps the engine's bundle in a function: a page makes a worker from the source of that function (`engine.entry.ts`).
 */
const AS_FUNCTION = { banner: { js: 'function kbEngine(scope){' }, footer: { js: '}' } }

/**
 * Bundles `src/client/NAME.entry.ts` to `lib/client/NAME.js`, a classic script.
 * @param {typeof import('esbuild').build} build
 * @param {string} file
 */
async function bundle(build, file) {
  const name = basename(file, '.entry.ts')
  await build({
    entryPoints: { [name]: join(root, file) },
    outdir: join(root, 'lib', 'client'),
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'inline',
    logLevel: 'warning',
    ...(name === 'engine' ? AS_FUNCTION : {}),
  })
}

/**
 * Modules that are bundled with the packages that they import. They need only a small part of lowlight and typebox, and
 * loading the hundreds of files of these packages would take a worker longer than loading all other modules.
 */
const BUNDLED = [
  'src/render/body/highlight.ts',
  'src/article/article.ts',
  'src/article/schema.ts',
  'src/article/validate.ts',
]

/**
 * Compiles if a source has changed; resolves to true if it did. Rejects with a `CompileError` if `lib` cannot be written.
 */
export async function compile() {
  const sources = [...listFiles('src'), ...listFiles('templates'), '.eleventy.ts', 'scripts/compile.mjs'].filter(
    (file) => existsSync(join(root, file)),
  )
  const times = sources.map((file) => `${file} ${statSync(join(root, file)).mtimeMs}\n`).join('')
  const compiled = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (compiled.endsWith(times)) return false
  // A copied checkout has other times, but the same sources.
  const hash = hashSources(sources)
  if (compiled.startsWith(hash)) return false
  try {
    await compileAll(sources)
    writeFileSync(stamp, `${hash}\n${times}`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && READ_ONLY.has(String(error.code))) throw new CompileError()
    throw error
  }
  return true
}

/** Error codes of a folder that cannot be written. */
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS'])

/** The sources have changed, but the folder of compiled modules cannot be written. */
export class CompileError extends Error {
  constructor() {
    super(
      `Cannot compile to ${join(root, 'lib')}: it cannot be written. Run \`npm run kb -- --version\` where it can be.`,
    )
  }
}

/** @param {string[]} sources */
function hashSources(sources) {
  const hash = createHash('sha256')
  for (const file of sources) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** @param {string[]} sources */
async function compileAll(sources) {
  const { build } = await import('esbuild')
  rmSync(join(root, 'lib'), { recursive: true, force: true })
  const isClient = (/** @type {string} */ file) => file.startsWith('src/client/')
  const modules = sources.filter((file) => /\.tsx?$/.test(file) && !isClient(file) && !file.endsWith('.d.ts'))
  const isBundled = (/** @type {string} */ file) => BUNDLED.includes(file)
  for (const bundle of [false, true])
    await build({
      entryPoints: modules.filter((file) => isBundled(file) === bundle).map((file) => join(root, file)),
      outdir: join(root, 'lib'),
      outbase: root,
      bundle,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: '#hast',
      sourcemap: true,
      legalComments: 'inline',
      logLevel: 'warning',
    })
  for (const file of sources.filter((name) => /^src\/client\/[a-z-]+\.entry\.ts$/.test(name))) await bundle(build, file)
  await build({
    entryPoints: [join(root, 'templates/assets/site.css')],
    outdir: join(root, 'lib/templates/assets'),
    bundle: true,
    minify: true,
    logLevel: 'warning',
  })
  for (const file of sources.filter((name) => name.startsWith('templates/') && !/\.(tsx?|css)$/.test(name)))
    cpSync(join(root, file), join(root, 'lib', file))
}

/** Writes the files that only the npm package has: type declarations and the schema of articles. */
async function addPackageFiles() {
  await bundleDeclarations()
  const { articleSchema } = await import(new URL('../lib/src/article/schema.js', import.meta.url).href)
  writeFileSync(join(root, 'lib', 'article.schema.json'), `${JSON.stringify(articleSchema(), null, 2)}\n`)
}

/** Writes `lib/index.d.ts`: the declarations of `src/index.ts` and of everything that they refer to. */
async function bundleDeclarations() {
  const folder = join(root, 'lib', 'types')
  const compiler = createRequire(import.meta.url).resolve('@typescript/native/package.json')
  execFileSync(process.execPath, [join(dirname(compiler), 'bin/tsc'), '-p', join(root, 'tsconfig.package.json')], {
    stdio: 'inherit',
  })
  const [{ rollup }, { dts }] = await Promise.all([import('rollup'), import('rollup-plugin-dts')])
  const input = join(folder, 'src', 'index.d.ts')
  const bundle = await rollup({ input, plugins: [dts()], external: (name) => !/^[./]|^[A-Z]:/.test(name) })
  await bundle.write({ file: join(root, 'lib', 'index.d.ts'), format: 'es' })
  await bundle.close()
  rmSync(folder, { recursive: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await compile()
  if (process.argv.includes('--package')) await addPackageFiles()
}
