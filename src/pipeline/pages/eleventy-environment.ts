/**
 * Import this module before Eleventy. Otherwise Eleventy starts a thread that resolves every import, so that it can
 * reload edited templates while it serves. A build loads each template once and does not need it.
 */
process.env.ELEVENTY_SKIP_ESM_RESOLVER = '1'
