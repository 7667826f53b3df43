/** The thread that checks files for `check-site.ts`. */
import { checkFiles } from './check-task.js'
import { answerTasks } from './worker-tasks.js'

answerTasks(checkFiles)
