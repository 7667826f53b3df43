/** The search page: more widths, more that is typed, axe in all states. */
import './search-page.test.js'
