/** A Cache API in memory, as much of it as the offline code uses: in the order in which entries were put. */

class MemoryCache {
  readonly #entries = new Map<string, Response>()

  async put(address: string, response: Response): Promise<void> {
    this.#entries.set(address, response)
  }

  async match(address: string): Promise<Response | undefined> {
    return this.#entries.get(address)?.clone()
  }

  async delete(request: string | { readonly url: string }): Promise<boolean> {
    return this.#entries.delete(typeof request === 'string' ? request : request.url)
  }

  async keys(): Promise<readonly { readonly url: string }[]> {
    return [...this.#entries.keys()].map((url) => ({ url }))
  }
}

class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>()

  async open(name: string): Promise<MemoryCache> {
    const cache = this.#caches.get(name) ?? new MemoryCache()
    this.#caches.set(name, cache)
    return cache
  }

  async match(address: string, { cacheName }: { readonly cacheName: string }): Promise<Response | undefined> {
    return this.#caches.get(cacheName)?.match(address)
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()]
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name)
  }
}

/** Puts new, empty caches where a browser has its own. */
export function installCaches(): MemoryCaches {
  const caches = new MemoryCaches()
  Object.defineProperty(globalThis, 'caches', { value: caches, configurable: true })
  return caches
}
