/** Runs a script of the site: the only way to load something that works from `file://`, too. */

/** Adds a script to the page and waits until it has run. Rejects if it can't be loaded. */
export function runScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`The file ${address} is missing`))
    document.head.append(script)
  })
}
