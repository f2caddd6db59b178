import { createHash } from 'node:crypto'
import type { Services } from '#platform/context.ts'
import { type Instant, instantOfMilliseconds } from '#platform/pure/instant.ts'
import { calendarOf } from '../domain/calendar.ts'
import { loadPocket } from '../sql/holder.ts'
import { calendarWords } from './calendar-words.ts'
import { asHolder } from './as-holder.ts'

/** `etag` is of the bytes; `modifiedAt` the last release that changed anything for this person. */
export type Feed = { readonly body: string; readonly etag: string; readonly modifiedAt: Instant }

/** The calendar that a secret address gives, or null: taken back, never given, and no longer of the journey are one answer. */
export async function readFeed(services: Services, secret: string): Promise<Feed | null> {
  const pocket = await asHolder(services, 'calendar', secret, ({ tx }) => loadPocket(tx))
  if (!pocket) return null
  const { locale } = pocket
  const body = calendarOf(pocket.items, pocket, calendarWords(locale, { title: pocket.title, publicUrl: services.publicUrl }), locale)
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const stamps = pocket.items.map(({ changedAt }) => changedAt).toSorted()
  return { body, etag, modifiedAt: stamps.at(-1) ?? pocket.release?.releasedAt ?? instantOfMilliseconds(0) }
}
