import { outboxStore } from '#ui/outbox/store.ts'
import type { KeptEntry } from '../domain/offline.ts'

/** Where a browser keeps what waits to be sent: erased with the pocket. */
export const pocketStore = outboxStore<KeptEntry>('escale-poche')
