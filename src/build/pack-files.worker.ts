/** The thread that reads and deflates files for `pack-zip.ts`. */
import { packFiles } from './pack-files.js'
import { answerTasks } from './worker-tasks.js'

answerTasks(packFiles)
