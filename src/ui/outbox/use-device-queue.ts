import { useCallback, useMemo, useState } from 'react'
import { useRevalidator } from 'react-router'
import { type Kept, keptOnce, withoutSent } from '#platform/pure/kept.ts'
import { outboxStore } from './store.ts'
import { type OutboxWay, type SentOutbox, useOutbox } from './use-outbox.ts'

export type DeviceQueue<Entry> = Omit<SentOutbox<Entry>, 'change'> & {
  /** Nobody is signed in any more: what waits stays, until somebody is. */
  readonly isSignedOut: boolean
  readonly keep: (entry: Entry) => void
  readonly putAway: (key: string) => void
  /** In the place of something that was refused. */
  readonly keepInstead: (key: string, entry: Entry) => void
}

/**
 * What is done on a page by somebody signed in: kept on the device at once, sent in order when it can be; the page is read again once something left.
 * @param name of the store, with whose queue it is: nothing leaves under another account, nor for something else
 */
export function useDeviceQueue<Entry extends Kept & { readonly said: object }, Reply extends { readonly kind: string }>(
  name: string,
  send: OutboxWay<Entry, Reply>['send'],
  after: OutboxWay<Entry, Reply>['after'],
): DeviceQueue<Entry> {
  const [isSignedOut, setSignedOut] = useState(false)
  const { revalidate } = useRevalidator()
  const store = useMemo(() => outboxStore<Entry>(name), [name])
  const way = useMemo((): OutboxWay<Entry, Reply> => ({ send, after, onClosed: () => setSignedOut(true) }), [send, after])
  const renew = useCallback(
    async (hasSent: boolean) => {
      setSignedOut(false)
      await revalidate()
      if (hasSent) await store.change(withoutSent)
    },
    [revalidate, store],
  )
  const { change, ...outbox } = useOutbox(store, way, renew)
  const without = (all: readonly Entry[], key: string) => all.filter((entry) => entry.key !== key)
  return {
    ...outbox,
    isSignedOut,
    keep: (entry) => void change((all) => keptOnce(all, entry)),
    putAway: (key) => void change((all) => without(all, key)),
    keepInstead: (key, entry) => void change((all) => [...without(all, key), entry]),
  }
}
