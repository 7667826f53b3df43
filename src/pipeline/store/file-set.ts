/** Collects the files that a step contributes to the new site and its data: reused or staged. */
import type { Output } from './output-state.js'
import type { StagedFile } from './stage-file.js'

export class FileSet {
  readonly outputs: Output[] = []

  add(output: Output): void {
    this.outputs.push(output)
  }

  addStaged(files: readonly StagedFile[]): void {
    for (const { output } of files) this.outputs.push(output)
  }
}
