import { useCallback } from 'react'
import { type PostedReply, postForm } from '#ui/outbox/post-form.ts'
import { type DeviceQueue, useDeviceQueue } from '#ui/outbox/use-device-queue.ts'
import { type KeptPresence, type PresenceReply, type SaidPresence, afterReply } from '../domain/kept-presence.ts'

export type PresenceQueue = DeviceQueue<KeptPresence> & { readonly say: (said: SaidPresence) => void }

/** What is noted at this door, until it has left. @param owner whose queue it is: nothing leaves under another account, nor for another moment */
export function usePresenceQueue(address: string, owner: string): PresenceQueue {
  const send = useCallback((entry: KeptPresence) => sendToServer(address, entry), [address])
  const queue = useDeviceQueue<KeptPresence, PresenceReply>(`escale-pointage-${owner}`, send, afterReply)
  return {
    ...queue,
    say: (said) =>
      queue.keep({ key: crypto.randomUUID(), notedAt: new Date().toISOString() as KeptPresence['notedAt'], said, state: 'waiting' }),
  }
}

async function sendToServer(
  address: string,
  { key, notedAt, said }: KeptPresence,
): Promise<PresenceReply | Exclude<PostedReply<never>, { readonly kind: 'kept' }>> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ requestKey: key, key, notedAt, ...said })) form.set(name, value)
  const reply = await postForm<{ readonly memberId: string | null }>(address, form)
  return reply.kind === 'kept' ? { kind: 'kept', memberId: reply.answer.memberId } : reply
}
