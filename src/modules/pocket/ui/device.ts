import type { KeptEntry, Reply } from '../domain/offline.ts'
import { pocketStore } from './outbox-store.ts'

/** What the pocket asks of the browser it is in. Only in browsers. */
const worker = '/poche/service-worker.js'
const scope = '/poche'

/** Has the page, and all it was drawn with, kept for the day without a network. */
export async function keepOnDevice(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(worker, { scope })
  const { active } = await navigator.serviceWorker.ready
  const drawnWith = performance.getEntriesByType('resource').map(({ name }) => name)
  const linked = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href)
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src)
  active?.postMessage({ type: 'keep', urls: [...new Set([...drawnWith, ...linked, ...scripts])] }, [])
}

/** The page as the server has it now takes the place of the one that is kept. */
export async function refreshOnDevice(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(scope)
  registration?.active?.postMessage({ type: 'refresh' }, [])
}

/** Sends one entry. Whatever the network does to it, its key makes it one. */
export async function sendToServer({ key, saidAt, said }: KeptEntry): Promise<Reply> {
  const form = new FormData()
  form.set('key', key)
  form.set('saidAt', saidAt)
  form.set('kind', said.kind)
  if (said.kind === 'receipt') {
    form.set('label', said.label)
    if (said.photo) form.set('photo', said.photo, said.photoName)
  } else {
    form.set('itemId', said.itemId ?? '')
    if (said.kind === 'attendance') form.set('presence', said.presence)
    else {
      form.set('body', said.body)
      form.set('version', String(said.version))
    }
  }
  try {
    const response = await fetch('/poche/envoi', { method: 'POST', body: form })
    if (response.status === 401) return { kind: 'closed' }
    if (response.ok) return { kind: 'kept', answer: await response.json() }
    if (response.status !== 422) return { kind: 'unreachable' }
    const { code, body, version } = (await response.json()) as { code: string; body?: string; version?: number }
    return { kind: 'refused', code, ...(body !== undefined && version !== undefined ? { saved: { body, version } } : {}) }
  } catch {
    return { kind: 'unreachable' }
  }
}

/**
 * Erases everything from this device, network or not, and ends its secret. Without a network the service worker remembers one thing, that the pocket was
 * closed here, and says so to the server before anything else is shown.
 */
export async function eraseDevice(): Promise<void> {
  await pocketStore.erase()
  const registration = await navigator.serviceWorker?.getRegistration(scope)
  await askWorker(registration?.active ?? null, 'erase')
  try {
    await fetch('/poche/fermer', { method: 'POST', redirect: 'manual' })
    await askWorker(registration?.active ?? null, 'closed')
    await registration?.unregister()
  } catch {
    // Without a network: the worker says it later.
  }
}

/** Waits for the worker to have done it. */
function askWorker(active: ServiceWorker | null, type: 'erase' | 'closed'): Promise<void> {
  if (!active) return Promise.resolve()
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => resolve())
    channel.port1.start()
    active.postMessage({ type }, [channel.port2])
  })
}
