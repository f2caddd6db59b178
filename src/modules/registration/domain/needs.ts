import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { RetentionSubject } from './retention.ts'

/** What someone needs on the way. Diet and access say something of their health or religion (GDPR article 9): asked only once they travel. */
export type Needs = { readonly wishes: string; readonly rooming: string; readonly diet: string; readonly access: string }

/** The fields of the form, in its order, and how long each is kept. */
export const needFields = [
  { name: 'wishes', subject: 'travel' },
  { name: 'rooming', subject: 'travel' },
  { name: 'diet', subject: 'health' },
  { name: 'access', subject: 'health' },
] as const satisfies readonly { readonly name: keyof Needs; readonly subject: RetentionSubject }[]

/** Last days of each kind; null while nobody knows when the journey ends. */
export type KeptUntil = { readonly healthUntil: LocalDate | null; readonly travelUntil: LocalDate | null }

export type ToldNeeds = Needs & KeptUntil & { readonly writtenAt: Instant | null }

export const longestNeed = 2000
