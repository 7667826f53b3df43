/** The same archive on a host: all addresses, with both servers. */
import './hosted.test.js'
