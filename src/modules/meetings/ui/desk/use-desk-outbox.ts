import { useCallback } from 'react'
import { type PostedReply, postForm } from '#ui/outbox/post-form.ts'
import { type DeviceQueue, useDeviceQueue } from '#ui/outbox/use-device-queue.ts'
import { type DeskReply, type KeptSaid, type Said, afterReply } from '../../domain/desk-said.ts'

export type DeskOutbox = Omit<DeviceQueue<KeptSaid>, 'keep' | 'keepInstead'> & {
  readonly say: (said: Said) => void
  /** In the place of something that was refused. */
  readonly sayInstead: (key: string, said: Said) => void
}

/** What is done at this desk, until it has left. @param owner whose queue it is: nothing leaves under another account, nor for another event */
export function useDeskOutbox(address: string, owner: string): DeskOutbox {
  const send = useCallback((entry: KeptSaid) => sendToServer(address, entry), [address])
  const { keep, keepInstead, ...queue } = useDeviceQueue<KeptSaid, DeskReply>(`escale-accueil-${owner}`, send, afterReply)
  const waiting = (said: Said): KeptSaid => ({
    key: crypto.randomUUID(),
    saidAt: new Date().toISOString() as KeptSaid['saidAt'],
    said,
    state: 'waiting',
  })
  return { ...queue, say: (said) => keep(waiting(said)), sayInstead: (key, said) => keepInstead(key, waiting(said)) }
}

async function sendToServer(
  address: string,
  { key, saidAt, said }: KeptSaid,
): Promise<DeskReply | Exclude<PostedReply<never>, { readonly kind: 'kept' }>> {
  const form = new FormData()
  form.set('requestKey', key)
  form.set('saidAt', saidAt)
  for (const [name, value] of Object.entries(said)) for (const each of [value].flat()) form.append(name, `${each ?? ''}`)
  const reply = await postForm<{ readonly personId: string | null }>(address, form)
  return reply.kind === 'kept' ? { kind: 'kept', ...reply.answer } : reply
}
