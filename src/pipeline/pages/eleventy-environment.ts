/**
 * To be imported before Eleventy. It would start a thread that every import of this one has to ask, so that edited templates are
 * loaded anew while it serves: a build loads each once.
 */
process.env.ELEVENTY_SKIP_ESM_RESOLVER = '1'
