/** Builds broken off at many more moments. */
import './broken-off.test.js'
