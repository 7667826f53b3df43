/** Types for the part of Eleventy's API that this project uses; the package has no types. */
declare module '@11ty/eleventy' {
  interface EleventyOptions {
    readonly quietMode?: boolean
    readonly configPath?: string
    readonly runMode?: 'build' | 'watch' | 'serve'
    /** The module format of templates. Default: that of the package.json in the current folder. */
    readonly loader?: 'esm' | 'cjs' | 'auto'
    readonly config?: (eleventy: import('./configure-eleventy.js').EleventyConfig) => void
  }

  /** A page. `outputPath` is absolute or relative, like the given output; `content` is the finished page. */
  export interface RenderedPage {
    readonly url: string
    readonly inputPath: string
    readonly outputPath: string
    readonly content: string
  }

  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions)
    toJSON(): Promise<readonly RenderedPage[]>
    init(): Promise<void>
    watch(): Promise<void>
    serve(port: number): Promise<void>
  }
}
