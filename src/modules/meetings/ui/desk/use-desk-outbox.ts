import { useCallback, useMemo, useState } from 'react'
import { useRevalidator } from 'react-router'
import { outboxStore } from '#ui/outbox/store.ts'
import { type OutboxWay, type SentOutbox, useOutbox } from '#ui/outbox/use-outbox.ts'
import { type DeskReply, type KeptSaid, type Said, afterReply, withoutSent } from '../../domain/desk-said.ts'

export type DeskOutbox = Omit<SentOutbox<KeptSaid>, 'change'> & {
  readonly isSignedOut: boolean
  readonly say: (said: Said) => void
  readonly putAway: (key: string) => void
  /** In the place of something that was refused. */
  readonly sayInstead: (key: string, said: Said) => void
}

/** What is done at this desk, until it has left. @param owner whose queue it is: nothing leaves under another account, nor for another event */
export function useDeskOutbox(address: string, owner: string): DeskOutbox {
  const [isSignedOut, setSignedOut] = useState(false)
  const { revalidate } = useRevalidator()
  const store = useMemo(() => outboxStore<KeptSaid>(`escale-accueil-${owner}`), [owner])
  const way = useMemo(
    (): OutboxWay<KeptSaid, DeskReply> => ({
      send: (entry) => sendToServer(address, entry),
      after: afterReply,
      onClosed: () => setSignedOut(true),
    }),
    [address],
  )
  const renew = useCallback(
    async (hasSent: boolean) => {
      setSignedOut(false)
      await revalidate()
      if (hasSent) await store.change(withoutSent)
    },
    [revalidate, store],
  )
  const { change, ...outbox } = useOutbox(store, way, renew)
  const without = (all: readonly KeptSaid[], key: string) => all.filter((entry) => entry.key !== key)
  const waiting = (said: Said): KeptSaid => ({
    key: crypto.randomUUID(),
    saidAt: new Date().toISOString() as KeptSaid['saidAt'],
    said,
    state: 'waiting',
  })
  return {
    ...outbox,
    isSignedOut,
    say: (said) => void change((all) => [...all, waiting(said)]),
    putAway: (key) => void change((all) => without(all, key)),
    sayInstead: (key, said) => void change((all) => [...without(all, key), waiting(said)]),
  }
}

/** Sends one action. Whatever the network does to it, its key makes it one. */
async function sendToServer(
  address: string,
  { key, saidAt, said }: KeptSaid,
): Promise<DeskReply | { readonly kind: 'unreachable' | 'closed' }> {
  const form = new FormData()
  form.set('requestKey', key)
  form.set('saidAt', saidAt)
  for (const [name, value] of Object.entries(said)) for (const each of [value].flat()) form.append(name, `${each ?? ''}`)
  try {
    const response = await fetch(address, { method: 'POST', body: form, redirect: 'manual' })
    if (response.type === 'opaqueredirect' || response.status === 401) return { kind: 'closed' }
    if (response.ok) return { kind: 'kept', ...((await response.json()) as { personId: string | null }) }
    if (response.status === 422) return { kind: 'refused', ...((await response.json()) as { code: string }) }
    if (response.status === 403) return { kind: 'refused', code: 'forbidden' }
    if (response.status === 404) return { kind: 'refused', code: 'unknown' }
    return { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}
