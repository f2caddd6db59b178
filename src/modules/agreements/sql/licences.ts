import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { Edition, Licence } from '../domain/licence.ts'

export async function loadLicence(tx: Tx, agreementId: string): Promise<Licence | null> {
  const row = await tx
    .selectFrom('agreements.licence as l')
    .where('l.agreementId', '=', agreementId)
    .select(['l.id', 'l.licenseeId', 'l.brand', 'l.isExclusive', 'l.startsOn', 'l.termMonths', 'l.lastDay', 'l.feeNote', 'l.version'])
    .select(['l.feeCents', 'l.feeCurrency'])
    .select(
      sql<string[]>`array(select t.country from agreements.licence_territory t where t.licence_id = l.id order by t.country)`.as(
        'countries',
      ),
    )
    .executeTakeFirst()
  if (!row) return null
  const editions = await tx
    .selectFrom('agreements.licenceEdition')
    .where('licenceId', '=', row.id)
    .select(['id', 'number', 'heldOn', 'theme', 'jury', 'themeChosenOn'])
    .orderBy('number')
    .execute()
  const { feeCents, feeCurrency, ...licence } = row
  const fee = feeCents === null || feeCurrency === null ? null : { cents: feeCents, currency: feeCurrency }
  return { ...licence, fee, editions } as unknown as Licence
}

export type LicenceFacts = Omit<Licence, 'id' | 'editions' | 'version'>

/** Writes the licence of an agreement as a whole, with its territory. */
export async function saveLicence(tx: Tx, agreementId: AgreementId, { countries, fee, ...facts }: LicenceFacts): Promise<void> {
  const { licenseeId, brand, isExclusive, startsOn, termMonths, lastDay, feeNote } = facts
  const columns = {
    licenseeId,
    brand,
    isExclusive,
    startsOn,
    termMonths,
    lastDay,
    feeNote,
    feeCents: fee?.cents ?? null,
    feeCurrency: fee?.currency ?? null,
  }
  await sql`delete from agreements.licence_territory t using agreements.licence l
    where l.id = t.licence_id and l.agreement_id = ${agreementId} and not (t.country = any (${[...countries]}::text[]))`.execute(tx)
  const { id } = await tx
    .insertInto('agreements.licence')
    .values({ ...columns, agreementId })
    .onConflict((conflict) => conflict.column('agreementId').doUpdateSet(columns))
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into agreements.licence_territory (licence_id, brand_key, is_exclusive, starts_on, last_day, country)
    select l.id, l.brand_key, l.is_exclusive, l.starts_on, l.last_day, c from agreements.licence l, unnest(${[...countries]}::text[]) c
    where l.id = ${id} on conflict (licence_id, country) do nothing`.execute(tx)
}

/** A licence ends with the agreement that grants it. */
export async function endLicence(tx: Tx, agreementId: AgreementId, lastDay: string): Promise<void> {
  await tx
    .updateTable('agreements.licence')
    .set({ lastDay })
    .where('agreementId', '=', agreementId)
    .where('startsOn', '<=', lastDay)
    .where('lastDay', '>', lastDay)
    .execute()
}

export async function insertEdition(tx: Tx, agreementId: AgreementId, licenceId: string, edition: Omit<Edition, 'id'>): Promise<void> {
  await tx
    .insertInto('agreements.licenceEdition')
    .values({ ...edition, agreementId, licenceId })
    .execute()
}
