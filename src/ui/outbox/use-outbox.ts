import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { OutboxStore } from './store.ts'

const retryMilliseconds = 30_000

type Waiting = { readonly state: 'waiting' | 'sent' | 'refused' }

/** How entries leave, and what becomes of them. One object for the life of the page. */
export type OutboxWay<Entry extends Waiting, Reply extends { readonly kind: string }> = {
  /** `unreachable` leaves the entry as it is; `closed` too, and nothing more is sent. */
  readonly send: (entry: Entry) => Promise<Reply | { readonly kind: 'unreachable' | 'closed' }>
  readonly after: (entries: readonly Entry[], sent: Entry, reply: Reply) => readonly Entry[]
  readonly onClosed: () => void
}

export type SentOutbox<Entry> = {
  readonly entries: readonly Entry[]
  /** False when the last attempt met no network. */
  readonly isOnline: boolean
  /** True when the device had no room for the last entry. */
  readonly isFull: boolean
  /** Kept at once, then sent. False when there was no room: what was typed is to stay where it is. */
  readonly change: (by: (entries: readonly Entry[]) => readonly Entry[]) => Promise<boolean>
}

function onNetworkChange(tell: () => void): () => void {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}

/**
 * What is written on this device, until it has left: kept at once, sent when there is a network, in the order it was written, by one tab at a time.
 * @param renew reads the page again; told whether anything was sent
 */
export function useOutbox<Entry extends Waiting, Reply extends { readonly kind: string }>(
  store: OutboxStore<Entry>,
  way: OutboxWay<Entry, Reply>,
  renew: (hasSent: boolean) => Promise<void>,
): SentOutbox<Entry> {
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const [isReached, setReached] = useState(true)
  const hasNetwork = useSyncExternalStore(
    onNetworkChange,
    () => navigator.onLine,
    () => true,
  )
  const [isFull, setFull] = useState(false)

  const flush = useCallback(async () => {
    await navigator.locks.request(store.name, async () => {
      let hasSent = false
      for (const entry of (await store.read()).filter(({ state }) => state === 'waiting')) {
        const reply = await way.send(entry)
        setReached(reply.kind !== 'unreachable')
        if (reply.kind === 'unreachable') break
        if (reply.kind === 'closed') return way.onClosed()
        setEntries(await store.change((all) => way.after(all, entry, reply as Reply)))
        hasSent = true
      }
      if (hasSent) await renew(true)
    })
  }, [store, way, renew])

  useEffect(() => {
    void store.read().then(setEntries)
    const onOnline = () => {
      setReached(true)
      void flush().then(() => renew(false))
    }
    window.addEventListener('online', onOnline)
    const timer = window.setInterval(() => void flush(), retryMilliseconds)
    void flush()
    return () => {
      window.removeEventListener('online', onOnline)
      window.clearInterval(timer)
    }
  }, [store, flush, renew])

  const change = useCallback(
    async (by: (all: readonly Entry[]) => readonly Entry[]) => {
      try {
        setEntries(await store.change(by))
        setFull(false)
      } catch {
        setFull(true)
        return false
      }
      void flush()
      return true
    },
    [store, flush],
  )
  return { entries, isOnline: hasNetwork && isReached, isFull, change }
}
