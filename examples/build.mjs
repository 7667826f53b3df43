// node examples/build.mjs SOURCE OUT
// Builds an archive of the dump SOURCE below the folder OUT.
import { buildSite, KbError } from 'kb-archive'

const [source = 'kb', out = 'dist'] = process.argv.slice(2)
try {
  const { articles, counts } = await buildSite({ sources: [source], out }, (event) => {
    if (event.type === 'step') console.log(event.name)
  })
  console.log(`${articles} articles, ${counts.pages} pages, ${counts.problems} problems`)
} catch (error) {
  // A KbError says what is wrong with the input; anything else is a defect.
  if (!(error instanceof KbError)) throw error
  console.error(`${error.where}: ${error.message}. ${error.hint}`)
  process.exitCode = 1
}
