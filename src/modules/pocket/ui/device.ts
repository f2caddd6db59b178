import { askWorker, drawnWith, workerOf } from '#ui/kept-page/kept-page.ts'
import type { KeptEntry, Reply } from '../domain/offline.ts'
import { pocketStore } from './outbox-store.ts'

/** What the pocket asks of the browser it is in. Only in browsers. */
const scope = '/poche'

/** Has the page, and all it was drawn with, kept for the day without a network. */
export async function keepOnDevice(): Promise<void> {
  const active = await workerOf(scope)
  active?.postMessage({ type: 'keep', urls: drawnWith() }, [])
}

/**
 * Has documents kept: those that are wanted, beside those that are kept already and still known. What is no longer known is erased.
 * @returns the addresses that are kept now; null where nothing can be
 */
export async function keepDocuments(known: readonly string[], wanted: readonly string[]): Promise<string[] | null> {
  if (!('serviceWorker' in navigator)) return null
  const { active } = await navigator.serviceWorker.ready
  return (await askWorker(active, { type: 'documents', known, wanted })) as string[] | null
}

/** The page as the server has it now takes the place of the one that is kept. */
export async function refreshOnDevice(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(scope)
  registration?.active?.postMessage({ type: 'refresh' }, [])
}

function fieldsOf(said: KeptEntry['said']): Readonly<Record<string, string>> {
  switch (said.kind) {
    case 'receipt':
      return { label: said.label }
    case 'task':
      return { taskId: said.taskId, isDone: said.isDone ? 'yes' : 'no', title: said.title }
    case 'attendance':
      return { itemId: said.itemId, presence: said.presence }
    case 'note':
      return { itemId: said.itemId ?? '', body: said.body, version: String(said.version) }
  }
}

/** Sends one entry. Whatever the network does to it, its key makes it one. */
export async function sendToServer({ key, saidAt, said }: KeptEntry): Promise<Reply> {
  const form = new FormData()
  form.set('key', key)
  form.set('saidAt', saidAt)
  form.set('kind', said.kind)
  for (const [field, value] of Object.entries(fieldsOf(said))) form.set(field, value)
  if (said.kind === 'receipt' && said.photo) form.set('photo', said.photo, said.photoName)
  try {
    const response = await fetch('/poche/envoi', { method: 'POST', body: form })
    if (response.status === 401) return { kind: 'closed' }
    if (response.ok) return { kind: 'kept', answer: await response.json() }
    if (response.status !== 422) return { kind: 'unreachable' }
    const { code, body, version, title } = (await response.json()) as { code: string; body?: string; version?: number; title?: string }
    const saved = body !== undefined && version !== undefined ? { saved: { body, version } } : {}
    return { kind: 'refused', code, ...saved, ...(title === undefined ? {} : { title }) }
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
  await askWorker(registration?.active ?? null, { type: 'erase' })
  try {
    await fetch('/poche/fermer', { method: 'POST', redirect: 'manual' })
    await askWorker(registration?.active ?? null, { type: 'closed' })
    await registration?.unregister()
  } catch {
    // Without a network: the worker says it later.
  }
}
