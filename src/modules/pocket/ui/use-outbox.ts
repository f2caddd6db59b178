import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useRevalidator } from 'react-router'
import { type KeptEntry, afterReply, decideNote, withEntry } from '../domain/offline.ts'
import { refreshOnDevice, sendToServer } from './device.ts'
import { changeEntries, readEntries } from './outbox-store.ts'

const retryMilliseconds = 30_000

function onNetworkChange(tell: () => void): () => void {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}

export type Outbox = {
  readonly entries: readonly KeptEntry[]
  /** False when the last attempt met no network. */
  readonly isOnline: boolean
  /** True when the device had no room for the last entry. */
  readonly isFull: boolean
  add(said: KeptEntry['said'], about: string): Promise<void>
  discard(key: string): void
  retry(key: string): void
  decide(key: string, choice: 'mine' | 'saved' | 'both'): void
  refresh(): void
}

/** What is written on this device, until it has left: kept at once, sent when there is a network, in the order it was written. */
export function useOutbox(): Outbox {
  const [entries, setEntries] = useState<readonly KeptEntry[]>([])
  const [isReached, setReached] = useState(true)
  const hasNetwork = useSyncExternalStore(
    onNetworkChange,
    () => navigator.onLine,
    () => true,
  )
  const [isFull, setFull] = useState(false)
  const { revalidate } = useRevalidator()

  /** One tab at a time sends. */
  const flush = useCallback(async () => {
    await navigator.locks.request('escale-poche', async () => {
      let hasSent = false
      for (const entry of (await readEntries()).filter(({ state }) => state === 'waiting')) {
        const reply = await sendToServer(entry)
        setReached(reply.kind !== 'unreachable')
        if (reply.kind === 'unreachable') break
        if (reply.kind === 'closed') {
          window.location.reload()
          return
        }
        setEntries(await changeEntries((all) => afterReply(all, entry, reply)))
        hasSent = true
      }
      if (hasSent) {
        await refreshOnDevice()
        await revalidate()
      }
    })
  }, [revalidate])

  const change = useCallback(
    async (by: (all: readonly KeptEntry[]) => readonly KeptEntry[]) => {
      try {
        setEntries(await changeEntries(by))
        setFull(false)
      } catch {
        setFull(true)
        return
      }
      await flush()
    },
    [flush],
  )

  useEffect(() => {
    void readEntries().then(setEntries)
    const onOnline = () => {
      setReached(true)
      void flush().then(revalidate)
    }
    window.addEventListener('online', onOnline)
    const timer = window.setInterval(() => void flush(), retryMilliseconds)
    void flush()
    return () => {
      window.removeEventListener('online', onOnline)
      window.clearInterval(timer)
    }
  }, [flush, revalidate])

  const fresh = () => ({ key: crypto.randomUUID(), saidAt: new Date().toISOString() as KeptEntry['saidAt'] })
  return {
    entries,
    isOnline: hasNetwork && isReached,
    isFull,
    add: (said, about) => change((all) => withEntry(all, { ...fresh(), about, said, state: 'waiting' })),
    discard: (key) => void change((all) => all.filter((entry) => entry.key !== key)),
    retry: (key) => void change((all) => all.map((entry) => (entry.key === key ? { ...entry, state: 'waiting' as const } : entry))),
    decide: (key, choice) =>
      void change((all) =>
        all.flatMap((entry) => {
          if (entry.key !== key) return [entry]
          const kept = decideNote(entry, choice, fresh())
          return kept ? [kept] : []
        }),
      ),
    refresh: () => window.location.reload(),
  }
}
