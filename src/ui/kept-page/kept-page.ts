/** What a page asks of the browser to open without a network. Only in browsers. */
const worker = '/poche/service-worker.js'
/** Names of the caches of pages other than the pocket; the worker writes the same. */
const cachePrefix = 'escale-page '
/** Whose pages are kept: an account, acting for an organisation. */
const ownerKey = 'escale-page'
type Question =
  | { readonly type: 'erase' | 'closed' | 'forget' }
  | { readonly type: 'documents'; readonly known: readonly string[]; readonly wanted: readonly string[] }

/** Pages of one day at a door: the oldest gives its place. */
const mostPages = 10

/** The worker that keeps the page at `path`, once it works. Null where there is none. */
export async function workerOf(path: string): Promise<ServiceWorker | null> {
  if (!('serviceWorker' in navigator)) return null
  const registration = await navigator.serviceWorker.register(worker, { scope: path })
  if (registration.active) return registration.active
  const coming = registration.installing ?? registration.waiting
  if (!coming) return null
  const { promise, resolve } = Promise.withResolvers<ServiceWorker | null>()
  coming.addEventListener('statechange', () => {
    if (coming.state === 'activated') resolve(coming)
    if (coming.state === 'redundant') resolve(null)
  })
  return promise
}

/** The files the page on screen is drawn with. */
export function drawnWith(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const linked = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href)
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src)
  return [...new Set([...loaded, ...linked, ...scripts])]
}

/** Has the page at this address, as the server has it now, kept for the day without a network. */
export async function keepPage({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Promise<void> {
  const active = await workerOf(pathname)
  active?.postMessage({ type: 'keep', address: pathname + search, urls: drawnWith() }, [])
  await forget((await keptCaches()).filter((each) => each !== cachePrefix + pathname).slice(0, 1 - mostPages))
}

/**
 * Erases the pages that somebody else had kept here, or the same account in the name of another organisation. What waits to be sent stays: it names
 * people by their ids, and leaves only under the account that wrote it.
 * @param owner null when nobody is signed in: then no page stays
 */
export async function forgetPagesExceptOf(owner: string | null): Promise<void> {
  if (!('caches' in window)) return
  if (owner !== null && localStorage.getItem(ownerKey) === owner) return
  await forget(await keptCaches())
  if (owner === null) localStorage.removeItem(ownerKey)
  else localStorage.setItem(ownerKey, owner)
}

async function keptCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(cachePrefix))
}

/** One whose worker does not answer keeps no other waiting. */
async function forget(names: readonly string[]): Promise<void> {
  await Promise.all(names.map(forgetPage))
}

async function forgetPage(name: string): Promise<void> {
  const path = name.slice(cachePrefix.length)
  await caches.delete(name)
  const registration = await navigator.serviceWorker.getRegistration(path)
  if (!registration || new URL(registration.scope).pathname !== path) return
  // What it has asked the server for and not received is not to be kept either: unregistered, it would hear nothing more.
  await askWorker(registration.active, { type: 'forget' })
  await registration.unregister()
}

/** Waits for the worker to have done it, and for what it has to say. Null without a worker. */
export function askWorker(active: ServiceWorker | null, question: Question): Promise<unknown> {
  if (!active) return Promise.resolve(null)
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', ({ data }) => resolve(data))
    channel.port1.start()
    active.postMessage(question, [channel.port2])
  })
}
