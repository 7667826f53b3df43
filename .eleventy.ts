/**
 * Eleventy's configuration file, for `npm run dev` alone. Every page is made by a template in `templates/`; what they show
 * comes as the global data `archive` (`src/render/view.ts`) from whoever runs Eleventy.
 */
import { fileURLToPath } from 'node:url'
import { configureEleventy } from './templates/configure-eleventy.js'

export default configureEleventy

export const config = {
  // Beside this file, wherever Eleventy is started; the output is the runner's to name.
  dir: { input: fileURLToPath(new URL('templates', import.meta.url)) },
  markdownTemplateEngine: false,
  htmlTemplateEngine: false,
  dataTemplateEngine: false,
}
