/** Pages of each kind in each width, light and dark. */
import './accessibility.test.js'
