import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { CountryRule, DefaultRule, OwnRule } from '../domain/rule.ts'
import type { Signatory } from '../domain/travel-order.ts'

/** What is asked until an organisation decides otherwise. */
export async function listDefaultRules(tx: Tx): Promise<DefaultRule[]> {
  return tx
    .selectFrom('departure.requirementKind')
    .select(['kind', 'isOfDestination', 'categories', 'noticeDays', 'source'])
    .orderBy('position')
    .$castTo<DefaultRule>()
    .execute()
}

/** What countries ask on a day of the nationals of the acting organisation's country; of every country known when none is named. */
export async function listCountryRules(tx: Tx, on: LocalDate, countries: readonly string[] | null = null): Promise<CountryRule[]> {
  const { rows } = await sql<CountryRule>`
    select r.country, r.kind, r.need, r.words, r.source, r.valid_from, r.valid_until, r.validity_months, r.validity_from
      from departure.country_rule r
      join departure.requirement_kind k on k.kind = r.kind
      join directory.pub_organisation own on own.id = app.actor_organisation() and own.country = r.nationals
      where daterange(r.valid_from, r.valid_until, '[]') @> ${on}::date and (${countries === null} or r.country = any (${[...(countries ?? [])]}::text[]))
      order by r.country, k.position`.execute(tx)
  return rows
}

/** The country of the acting organisation, whose nationals the rules are for; null when nobody said. */
export async function loadHomeCountry(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('directory.pubOrganisation')
    .select('country')
    .where('id', '=', sql<string>`app.actor_organisation()`)
    .executeTakeFirst()
  return row?.country ?? null
}

export async function listOwnRules(tx: Tx): Promise<OwnRule[]> {
  return tx
    .selectFrom('departure.ownRule')
    .select(['id', 'kind', 'country', 'isAsked', 'categories', 'noticeDays'])
    .orderBy('kind')
    .orderBy(sql`country nulls first`)
    .$castTo<OwnRule>()
    .execute()
}

export async function saveOwnRule(tx: Tx, rule: Omit<OwnRule, 'id'>): Promise<void> {
  const values = { ...rule, categories: rule.categories === null ? null : [...rule.categories] }
  await tx
    .insertInto('departure.ownRule')
    .values(values)
    .onConflict((conflict) => conflict.constraint('one_rule_per_kind_and_country').doUpdateSet(values))
    .execute()
}

/** False when it was not there. */
export async function removeOwnRule(tx: Tx, ruleId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('departure.ownRule').where('id', '=', ruleId).executeTakeFirst()
  return numDeletedRows === 1n
}

/** Who signs for the acting organisation; null until it said so. */
export async function loadSignatory(tx: Tx): Promise<Signatory | null> {
  const row = await tx.selectFrom('departure.signatory').select(['name', 'capacity', 'authority', 'place']).executeTakeFirst()
  return row ?? null
}

export async function saveSignatory(tx: Tx, signatory: Signatory): Promise<void> {
  await tx
    .insertInto('departure.signatory')
    .values(signatory)
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(signatory))
    .execute()
}
