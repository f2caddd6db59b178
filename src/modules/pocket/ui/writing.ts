import type { Instant } from '#platform/pure/instant.ts'
import type { KeptEntry } from '../domain/offline.ts'
import type { ShownPocket } from '../usecases/read-pocket.ts'

/** What the forms of the pocket have in common. `keep` is null until there is a script: they are then forms like any other. */
export type Writing = {
  readonly pocket: ShownPocket
  readonly syncedAt: Instant
  readonly entryKey: string
  readonly entries: readonly KeptEntry[]
  /** False when the phone had no room. */
  readonly keep: ((said: KeptEntry['said'], about: string) => Promise<boolean>) | null
}
