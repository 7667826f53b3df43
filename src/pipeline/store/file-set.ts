/** The files of the next site and its data, as the steps add them: kept from before, or staged now. */
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
