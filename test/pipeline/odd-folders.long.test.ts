/** More folders with odd names. */
import './odd-folders.test.js'
