/**
 * Eleventy's settings: formats and folders, no logic. Every page is made by a template in `templates/`; what they show
 * comes as the global data `archive` (`src/render/view.ts`) from whoever runs Eleventy.
 */

import { fileURLToPath } from 'node:url'

/** The part of Eleventy's configuration object that is used here. */
interface EleventyConfig {
  readonly benchmarks: { readonly config: { setIsVerbose(verbose: boolean): void } }
  readonly ignores: Set<string>
  readonly watchIgnores: Set<string>
  addExtension(extensions: readonly string[], options: { readonly key: string }): void
  setTemplateFormats(formats: readonly string[]): void
  setQuietMode(quiet: boolean): void
  setUseGitIgnore(use: boolean): void
}

export default function configure(eleventy: EleventyConfig): void {
  // Compiled templates end in .11ty.js; `npm run dev` reads the sources.
  eleventy.addExtension(['11ty.ts', '11ty.tsx'], { key: '11ty.js' })
  eleventy.setTemplateFormats(['11ty.js', '11ty.ts', '11ty.tsx'])
  // The templates may be inside node_modules, which Eleventy ignores by itself.
  eleventy.ignores.clear()
  eleventy.setUseGitIgnore(false)
  eleventy.setQuietMode(true)
  // Made before it was told to be quiet: on a slow machine it would warn of what its own transforms take.
  eleventy.benchmarks.config.setIsVerbose(false)
}

export const config = {
  // Beside this file, wherever Eleventy is started; the output is the runner's to name.
  dir: { input: fileURLToPath(new URL('templates', import.meta.url)) },
  markdownTemplateEngine: false,
  htmlTemplateEngine: false,
  dataTemplateEngine: false,
}
