/** The settings of Eleventy, for `.eleventy.ts` (`npm run dev`) and for builds, which have no configuration file. */

/** The part of Eleventy's configuration object that is used here. */
export interface EleventyConfig {
  readonly benchmarks: { readonly config: { setIsVerbose(verbose: boolean): void } }
  readonly ignores: Set<string>
  addExtension(extensions: readonly string[], options: { readonly key: string }): void
  addGlobalData(name: string, value: unknown): void
  /** Adds a template that Eleventy does not read from a file. */
  addTemplate(path: string, content: object): void
  setTemplateFormats(formats: readonly string[]): void
  setQuietMode(quiet: boolean): void
  setUseGitIgnore(use: boolean): void
}

export function configureEleventy(eleventy: EleventyConfig): void {
  // The names of compiled templates end with .11ty.js; `npm run dev` reads the sources.
  eleventy.addExtension(['11ty.ts', '11ty.tsx'], { key: '11ty.js' })
  eleventy.setTemplateFormats(['11ty.js', '11ty.ts', '11ty.tsx'])
  // The templates may be inside node_modules, which Eleventy would ignore.
  eleventy.ignores.clear()
  eleventy.setUseGitIgnore(false)
  eleventy.setQuietMode(true)
  // This object is made before the call above. On a slow machine, it would warn that Eleventy's own transforms are
  // slow.
  eleventy.benchmarks.config.setIsVerbose(false)
}
