/**
 * Checks the version of Node against `engines` in package.json. This file imports nothing, and uses only syntax of Node
 * 14, so that an old Node can run it.
 */

/** The first minor version of each major version of Node that can run kb. All later major versions can, too. */
const FIRST_VERSIONS = [
  [20, 19],
  [22, 2],
] as const

/** The error message for a version such as `18.20.4`; `null` if it can run kb. */
export function toVersionError(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [newest] = FIRST_VERSIONS.slice(-1)
  const fits =
    FIRST_VERSIONS.some(([line, first]) => major === line && minor >= first) ||
    (newest !== undefined && major > newest[0])
  return fits ? null : `Expected Node 20.19 or later, or 22.2 or later; found Node ${version}.`
}
