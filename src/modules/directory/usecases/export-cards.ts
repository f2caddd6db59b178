import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type ListFormat, type FileKind, mostExported } from '../domain/card-columns.ts'
import '../domain/events.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { Person } from '../domain/person.ts'
import { mayExportDirectory } from '../domain/rights.ts'
import { insertExport } from '../sql/exports.ts'
import { listOrganisationCards } from '../sql/organisations.ts'
import { listPeopleCards } from '../sql/people.ts'
import { searchDirectory } from './search-directory.ts'

export type ExportedCards = { readonly people: readonly Person[]; readonly organisations: readonly Organisation[] }

/** What a list shows: the words it answers, and the one kind of cards it holds, if it does. */
export type ListedCards = { readonly text: string; readonly kind: FileKind | null }

/**
 * The whole cards of a list, to be taken away: those the asker sees, and a line in the journal that says so.
 * @refuses list_too_long beyond `mostExported` cards of a kind
 */
export async function exportCards(
  ctx: Ctx,
  { text, kind }: ListedCards,
  format: ListFormat,
): Promise<Outcome<ExportedCards, { readonly code: 'list_too_long' }>> {
  allow(mayExportDirectory(ctx.actor))
  const wants = (one: FileKind) => kind === null || kind === one
  const people = wants('person') ? await listPeopleCards(ctx.tx, await idsOf(ctx, text, 'person'), mostExported + 1) : []
  const organisations = wants('organisation')
    ? await listOrganisationCards(ctx.tx, await idsOf(ctx, text, 'organisation'), mostExported + 1)
    : []
  if (Math.max(people.length, organisations.length) > mostExported) return refused({ code: 'list_too_long' })
  await ctx.journal.event('directory.exported')
  await insertExport(ctx.tx, {
    format,
    question: text,
    personCount: people.length,
    organisationCount: organisations.length,
    recordedAt: ctx.now,
  })
  return ok({ people, organisations })
}

/** Null is everybody. */
async function idsOf(ctx: Ctx, text: string, kind: FileKind): Promise<string[] | null> {
  if (text === '') return null
  const { results } = await searchDirectory(ctx, { text, kind, limit: mostExported + 1 })
  return results.map(({ id }) => id)
}
