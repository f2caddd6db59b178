import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Localized } from '#platform/pure/localized.ts'

/** A part of a document that the authority rewrote. `section` is 'opening.heading' or 'opening.body'. */
export type TemplateRow = { readonly kind: string; readonly section: string; readonly body: Localized }

export async function listTemplates(tx: Tx): Promise<TemplateRow[]> {
  return tx.selectFrom('acts.template').select(['kind', 'section', 'body']).orderBy('kind').orderBy('section').execute()
}

/** Writes a part of a document, or forgets it when nothing is left of it: the product's own text is then used again. */
export async function saveTemplate(tx: Tx, kind: string, section: string, body: Localized): Promise<void> {
  if (Object.keys(body).length === 0) {
    await tx.deleteFrom('acts.template').where('kind', '=', kind).where('section', '=', section).execute()
    return
  }
  await tx
    .insertInto('acts.template')
    .values({ kind, section, body })
    .onConflict((conflict) => conflict.columns(['organisationId', 'kind', 'section']).doUpdateSet({ body }))
    .execute()
}

/** One editor of the templates at a time: what was seen is compared with what is saved. */
export async function lockTemplates(tx: Tx, authority: OrganisationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('templates of ' || ${authority}, 0))`.execute(tx)
}
