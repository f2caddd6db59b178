import { useCallback } from 'react'
import { useRevalidator } from 'react-router'
import { type OutboxWay, type SentOutbox, useOutbox } from '#ui/outbox/use-outbox.ts'
import { type KeptEntry, type Reply, afterReply, decideAgain, withEntry } from '../domain/offline.ts'
import { refreshOnDevice, sendToServer } from './device.ts'
import { pocketStore } from './outbox-store.ts'

export type Outbox = Omit<SentOutbox<KeptEntry>, 'change'> & {
  add(said: KeptEntry['said'], about: string): Promise<boolean>
  discard(key: string): void
  retry(key: string): void
  decide(key: string, choice: 'mine' | 'saved' | 'both'): void
  refresh(): void
}

const way: OutboxWay<KeptEntry, Reply> = { send: sendToServer, after: afterReply, onClosed: () => window.location.reload() }

/** What is written in this pocket, until it has left. */
export function usePocketOutbox(): Outbox {
  const { revalidate } = useRevalidator()
  const renew = useCallback(
    async (hasSent: boolean) => {
      if (hasSent) await refreshOnDevice()
      await revalidate()
    },
    [revalidate],
  )
  const { change, ...outbox } = useOutbox(pocketStore, way, renew)
  const fresh = () => ({ key: crypto.randomUUID(), saidAt: new Date().toISOString() as KeptEntry['saidAt'] })
  return {
    ...outbox,
    add: (said, about) => change((all) => withEntry(all, { ...fresh(), about, said, state: 'waiting' })),
    discard: (key) => void change((all) => all.filter((entry) => entry.key !== key)),
    retry: (key) => void change((all) => all.map((entry) => (entry.key === key ? { ...entry, state: 'waiting' as const } : entry))),
    decide: (key, choice) =>
      void change((all) =>
        all.flatMap((entry) => {
          if (entry.key !== key) return [entry]
          const kept = decideAgain(entry, choice, fresh())
          return kept ? [kept] : []
        }),
      ),
    refresh: () => window.location.reload(),
  }
}
