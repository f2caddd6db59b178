import type { Locale } from '#platform/pure/locale.ts'

/** What an organisation sets for itself: its accounting currency (ISO 4217), the zone of its offices (IANA), the language it writes in. */
export type Workspace = { readonly currency: string; readonly timeZone: string; readonly locale: Locale; readonly version: number }
