import { sql } from 'kysely'
import type pg from 'pg'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { SuggestionRun, Suggestions } from '../domain/suggestion-run.ts'

/** Keeps what is shown to a company, if it is not what was shown last. */
export async function keepSuggestions(tx: Tx, participantId: string, said: Suggestions, name: string, now: Instant): Promise<void> {
  await sql`select meetings.keep_suggestions(${participantId}, ${JSON.stringify(said)}::jsonb, ${name}, ${now})`.execute(tx)
}

/** The same for the holder of a link. */
export async function suggestionsByLink(web: Databases['web'], digest: Buffer, said: Suggestions, now: Instant): Promise<void> {
  await sql`select meetings.suggestions_by_link(${digest}, ${JSON.stringify(said)}::jsonb, ${now})`.execute(web)
}

/** What was shown to the company of the holder, the last first. */
export async function suggestionsOfLink({ web }: Pick<Databases, 'web'>, digest: Buffer, now: Instant): Promise<SuggestionRun[]> {
  const { rows } = await sql<{ runs: SuggestionRun[] }>`select meetings.suggestions_of_link(${digest}, ${now}) as runs`.execute(web)
  return rows[0]?.runs ?? []
}

export type SuggestionSummary = Pick<SuggestionRun, 'number' | 'shownAt' | 'shownName' | 'version' | 'compared'> & {
  readonly participantId: string
  /** How many it had something in common with. */
  readonly found: number
}

/** All that was shown at an event as far as the actor may read it, the last first; without the pairs. */
export async function listSuggestionRuns(tx: Tx, eventId: string): Promise<SuggestionSummary[]> {
  return tx
    .selectFrom('meetings.suggestionRun')
    .where('eventId', '=', eventId)
    .select(['participantId', 'number', 'shownAt', 'shownName', 'version', 'compared'])
    .select(sql<number>`jsonb_array_length(pairs)`.as('found'))
    .orderBy('shownAt', 'desc')
    .orderBy('id', 'desc')
    .$castTo<SuggestionSummary>()
    .execute()
}

/** What was shown with all it came from: to one company, or to all when `participantId` is null; the last first. */
export async function readSuggestionRuns(
  tx: Tx,
  eventId: string,
  participantId: string | null,
): Promise<(SuggestionRun & { readonly participantId: string })[]> {
  return tx
    .selectFrom('meetings.suggestionRun')
    .where('eventId', '=', eventId)
    .$if(participantId !== null, (query) => query.where('participantId', '=', participantId ?? ''))
    .select(['participantId', 'number', 'shownAt', 'shownName', 'version', 'weights', 'own', 'compared', 'pairs'])
    .orderBy('shownAt', 'desc')
    .orderBy('id', 'desc')
    .$castTo<SuggestionRun & { participantId: string }>()
    .execute()
}

/** What is older than the rule lets it be. */
export async function forgetSuggestions(owner: Pick<pg.ClientBase, 'query'>, now: Instant): Promise<void> {
  await owner.query('select meetings.forget_suggestions($1)', [now])
}
