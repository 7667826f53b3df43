/** The thread that checks pages for `check-site.ts`. */
import { checkPages } from './check-pages.js'
import { answerTasks } from './worker-tasks.js'

answerTasks(checkPages)
