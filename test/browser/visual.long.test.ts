/** Pages of all kinds look as they did. */
import './visual.test.js'
