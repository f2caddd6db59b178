import { createHash } from 'node:crypto'
import type { Services } from '#platform/context.ts'
import { type Instant, instantOfMilliseconds } from '#platform/pure/instant.ts'
import { calendarOf } from '../domain/calendar.ts'
import { listAppointments, loadPocket } from '../sql/holder.ts'
import { calendarWords } from './calendar-words.ts'
import { asHolder } from './as-holder.ts'

/** `etag` is of the bytes; `modifiedAt` the last release that changed anything for this person, or the last change of their meetings. */
export type Feed = { readonly body: string; readonly etag: string; readonly modifiedAt: Instant }

/** The calendar that a secret address gives, or null: taken back, never given, and no longer of the journey are one answer. */
export async function readFeed(services: Services, secret: string): Promise<Feed | null> {
  const held = await asHolder(services, 'calendar', secret, async ({ tx }) => {
    const pocket = await loadPocket(tx)
    return pocket && { pocket, appointments: await listAppointments(tx) }
  })
  if (!held) return null
  const { pocket, appointments } = held
  const { items, locale } = pocket
  const body = calendarOf(
    { items, appointments },
    pocket,
    calendarWords(locale, { title: pocket.title, publicUrl: services.publicUrl }),
    locale,
  )
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const stamps = [...items, ...appointments].map(({ changedAt }) => changedAt).toSorted()
  return { body, etag, modifiedAt: stamps.at(-1) ?? pocket.release?.releasedAt ?? instantOfMilliseconds(0) }
}
