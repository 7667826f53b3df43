/**
 * The versions of Node that run kb: those of `engines` in package.json. Imports nothing, and uses no syntax that Node
 * 14 lacks.
 */

/** Lines of Node that run kb, each with its first version. The last one stands for all later lines, too. */
const FIRST_VERSIONS = [
  [20, 19],
  [22, 2],
] as const

/** The message for a version such as `18.20.4`; `null` where it runs kb. */
export function toVersionError(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [newest] = FIRST_VERSIONS.slice(-1)
  const fits =
    FIRST_VERSIONS.some(([line, first]) => major === line && minor >= first) ||
    (newest !== undefined && major > newest[0])
  return fits ? null : `Expected Node 20.19 or later, or 22.2 or later; found Node ${version}.`
}
