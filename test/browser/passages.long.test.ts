/** Passages of hits, all on each edition. */
import './passages.test.js'
