/**
 * Writes `expected.json` of every golden case anew and names the ones that changed. Run it after a wanted change of the parser, then read
 * the difference: `node --import tsx scripts/update-goldens.ts`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  GOLDEN_FOLDER,
  listGoldenCases,
  parseGolden,
  readExpected,
  toReadableJson,
} from '../test/article/golden-cases.js'

for (const golden of listGoldenCases()) {
  const text = `${toReadableJson(parseGolden(golden))}\n`
  if (text === readExpected(golden)) continue
  writeFileSync(join(GOLDEN_FOLDER, golden.reason, 'expected.json'), text)
  process.stdout.write(`${golden.reason}\n`)
}
