import type { Services } from '#platform/context.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { detailsOf, programmeTexts } from '#modules/programme/index.ts'
import type { AgendaMoment, Pocket } from '../domain/agenda.ts'
import { loadPocket } from '../sql/holder.ts'
import { asHolder } from './as-holder.ts'

/** A moment as a phone shows it, everything on it in the reader's language: nothing is looked up without a network. */
export type ShownMoment = Pick<AgendaMoment, 'id' | 'title' | 'state' | 'attendance' | 'startsAt' | 'endsAt' | 'timeZone' | 'venue'> & {
  readonly typeLabel: string
  readonly details: readonly { readonly label: string; readonly words: string }[]
}

export type ShownPocket = Omit<Pocket, 'items'> & { readonly items: readonly ShownMoment[] }

/** All of the pocket that a secret opens, or null when it opens nothing any more. */
export async function readFacts(services: Services, secret: string): Promise<Pocket | null> {
  return asHolder(services, 'device', secret, ({ tx }) => loadPocket(tx))
}

/** What a device shows, or null when its secret opens nothing any more. */
export async function readPocket(services: Services, secret: string, locale: Locale): Promise<ShownPocket | null> {
  const pocket = await readFacts(services, secret)
  return pocket && { ...pocket, items: pocket.items.map((item) => shown(item, locale)) }
}

function shown(item: AgendaMoment, locale: Locale): ShownMoment {
  const { types, derived } = programmeTexts[locale]
  const { id, title, state, attendance, startsAt, endsAt, timeZone, venue } = item
  const details = detailsOf(item, locale).map(({ field, words }) => ({ label: derived[field], words }))
  return { id, title, state, attendance, startsAt, endsAt, timeZone, venue, typeLabel: types[item.type], details }
}
