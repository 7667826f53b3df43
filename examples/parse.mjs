// node examples/parse.mjs FILE...
// Prints number, title and date of the articles in the files, and what is odd in each.
import { readFileSync } from 'node:fs'
import { PROBLEMS, readArticles } from 'kb-archive'

for (const file of process.argv.slice(2)) {
  const articles = readArticles(readFileSync(file), file)
  if (articles.length === 0) console.log(`${file}: no article`)
  for (const { id, title, modified, sections, problems } of articles) {
    console.log(`${id}  ${modified ?? 'no date'}  ${title}`)
    console.log(`  sections: ${sections.map(({ heading }) => heading?.text ?? '(no heading)').join(', ')}`)
    for (const { code, line } of problems) console.log(`  line ${line}: ${PROBLEMS[code]}`)
  }
}
