/** The thread that checks a part of a site for `check-site.ts`. */
import { performCheck } from './check-task.js'
import { answerTasks } from './worker-tasks.js'

answerTasks(performCheck)
