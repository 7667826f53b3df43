/** Building again after many more edits. */
import './rebuild.test.js'
