// @ts-check
/// <reference lib="webworker" />

/*
 * Keeps one page, that of its scope, and what it is drawn with: the pocket, or a page of the day that asks for it. It sees no other page of Escale, and of
 * what passes there it keeps only an answer that says it may be kept, and files that are the same for everybody. Nothing of it is left once the pocket is
 * closed, or whoever had the page signs out.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const page = new URL(worker.registration.scope).pathname
const isPocket = page === '/poche'
const kept = isPocket ? 'escale-poche' : `escale-page ${page}`
/** Says, and nothing more, that the pocket was closed here before the server could be told. */
const closing = 'escale-poche-fermeture'
const patience = 4000
/** How often what is kept was erased here: what was asked for before that comes too late to be kept. */
let erasures = 0

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  const { type, address, urls, known, wanted } = event.data
  const done = () => event.ports[0]?.postMessage('done')
  if (type === 'keep') event.waitUntil(keep(address, urls))
  if (type === 'refresh') event.waitUntil(fromNetwork(new Request(page)).catch(() => undefined))
  if (type === 'documents')
    event.waitUntil(
      write(erasures, (cache) => keepDocuments(cache, known, wanted)).then((paths = []) => event.ports[0]?.postMessage(paths)),
    )
  if (type === 'erase')
    event.waitUntil(
      erase()
        .then(() => caches.open(closing))
        .then(done),
    )
  if (type === 'forget') event.waitUntil(erase().then(done))
  if (type === 'closed') event.waitUntil(caches.delete(closing).then(done))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate' && url.pathname === page) event.respondWith(open(request))
  else if (isSameForEverybody(url) || isDocument(url)) event.respondWith(fromCache(request))
})

/** @param {URL} url */
function isSameForEverybody({ pathname }) {
  return /^\/(assets\/|poche\/icones\/|poche\/manifeste\.webmanifest$|favicon\.svg$)/.test(pathname)
}

/** @param {URL} url */
function isDocument({ pathname }) {
  return /^\/poche\/(documents|livret)\//.test(pathname)
}

/** The page from the network; the one that is kept when the network does not answer in time. @param {Request} request */
async function open(request) {
  if (isPocket) await sayClosed()
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('the network is slow')), patience))
  const network = fromNetwork(request)
  const known = await findPage()
  if (!known) return network
  return /** @type {Promise<Response>} */ (Promise.race([network, late])).catch(() => {
    network.catch(() => undefined)
    return known
  })
}

/** @param {Request} request */
async function fromNetwork(request) {
  const since = erasures
  const response = await fetch(request)
  const state = response.headers.get('x-poche')
  // A phone without room still shows what came: the page it keeps stays the former one.
  if (state === 'ouverte' && response.ok) await write(since, (cache) => cache.put(page, response.clone())).catch(() => undefined)
  if (isPocket ? state === 'fermee' : state !== 'ouverte' && response.status < 500) await erase()
  return response
}

/**
 * Writes among what is kept, unless it was erased since: whoever signs out while the server still answers finds nothing there afterwards.
 * @template Result @param {number} since @param {(cache: Cache) => Promise<Result>} work @returns {Promise<Result | undefined>}
 */
async function write(since, work) {
  if (since !== erasures) return undefined
  try {
    return await work(await caches.open(kept))
  } finally {
    if (since !== erasures) await caches.delete(kept)
  }
}

async function findPage() {
  return (await caches.has(kept)) ? (await caches.open(kept)).match(page, { ignoreVary: true }) : undefined
}

/** @param {Request} request */
async function fromCache(request) {
  const known = (await caches.has(kept)) ? await (await caches.open(kept)).match(request, { ignoreVary: true }) : undefined
  return known ?? fetch(request)
}

/**
 * Keeps the page, what it was drawn with, and no longer what an older one was.
 * @param {string | undefined} address of the page, with what it was asked for @param {string[]} urls
 */
async function keep(address, urls) {
  const since = erasures
  const wanted = urls.map((url) => new URL(url)).filter((url) => url.origin === worker.location.origin && isSameForEverybody(url))
  await fromNetwork(new Request(address ?? page)).catch(() => undefined)
  // One that may not be kept, or no more, leaves nothing.
  if (await findPage()) await write(since, (cache) => keepFiles(cache, new Set(wanted.map(({ href }) => href))))
}

/** @param {Cache} cache @param {Set<string>} names */
async function keepFiles(cache, names) {
  const there = await cache.keys()
  const old = there.filter(({ url }) => new URL(url).pathname.startsWith('/assets/') && !names.has(url))
  const known = new Set(there.map(({ url }) => url))
  const added = [...names].filter((url) => !known.has(url)).map((url) => cache.add(url).catch(() => undefined))
  await Promise.all(added)
  // Only once all that is new is there: a page half replaced would not open.
  await Promise.all(old.map((request) => cache.delete(request)))
}

/**
 * Erases the documents that are no longer in the pocket, and adds those that are wanted: what could not be fetched, or found no room, is not among those it
 * names. Whoever keeps a booklet keeps that of the next release.
 * @param {Cache} cache @param {string[]} known @param {string[]} wanted
 */
async function keepDocuments(cache, known, wanted) {
  const paths = async () =>
    (await cache.keys())
      .map(({ url }) => new URL(url))
      .filter(isDocument)
      .map(({ pathname }) => pathname)
  const over = (await paths()).filter((path) => !known.includes(path))
  const isBooklet = (/** @type {string} */ path) => path.startsWith('/poche/livret/')
  const follows = over.some(isBooklet) ? known.filter(isBooklet) : []
  const there = new Set(await paths())
  const missing = [...new Set([...wanted, ...follows])].filter((path) => known.includes(path) && !there.has(path))
  for (const path of missing) await cache.add(path).catch(() => undefined)
  await Promise.all(over.map((path) => cache.delete(path)))
  return paths()
}

async function erase() {
  erasures += 1
  await caches.delete(kept)
  // What waits on another page leaves when whoever wrote it is back.
  if (!isPocket) return
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase('escale-poche')
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, resolve)
  })
}

/** A pocket that was closed without a network is closed at the server before anything of it is shown again. */
async function sayClosed() {
  if (!(await caches.has(closing))) return
  await erase()
  await fetch('/poche/fermer', { method: 'POST', redirect: 'manual' })
  await caches.delete(closing)
}
