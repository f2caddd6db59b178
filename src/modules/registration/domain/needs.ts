import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'

/** What someone needs on the way. Diet and access say something of their health or religion (GDPR article 9): asked only once they travel. */
export type Needs = { readonly wishes: string; readonly rooming: string; readonly diet: string; readonly access: string }

/** What is told together is kept together. Twin of a CHECK of 0041_travel_needs.sql. */
export const retentionSubjects = ['health', 'travel'] as const
export type RetentionSubject = (typeof retentionSubjects)[number]

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
