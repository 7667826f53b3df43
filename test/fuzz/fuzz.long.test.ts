/** The short rounds of the fuzzer, longer. */
import './fuzz.test.js'
