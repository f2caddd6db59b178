import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/types.ts'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type {
  Agreement,
  AgreementId,
  AgreementLine,
  AgreementType,
  Party,
  Proofs,
  Renewal,
  Scope,
  Signatory,
  StateGround,
  Unproven,
} from '../domain/agreement.ts'
import type { Signed } from '../domain/firsts.ts'
import { type Dates, standingOf } from '../domain/life.ts'
import type { LifeChange } from '../domain/step-change.ts'
import type { Term } from '../domain/term.ts'

const lifeColumns = [
  'a.negotiatedSince',
  'a.votedOn',
  'a.signedOn',
  'a.transmittedOn',
  'a.inForceFrom',
  'a.terminatedOn',
  'a.attestedOn',
  'a.runsFrom',
  'a.termMonths',
  'a.lastDay',
] as const

type Aliased = DB & { a: DB['agreements.agreement'] }

const prolongedTo = (eb: ExpressionBuilder<Aliased, 'a'>) =>
  eb
    .selectFrom('agreements.amendment as m')
    .whereRef('m.agreementId', '=', 'a.id')
    .where('m.prolongsTo', 'is not', null)
    .select('m.prolongsTo')
    .orderBy('m.number', 'desc')
    .limit(1)
    .as('prolongedTo')

type LifeRow = Dates & {
  readonly attestedOn: LocalDate | null
  readonly runsFrom: LocalDate | null
  readonly termMonths: number | null
  readonly lastDay: LocalDate | null
  readonly prolongedTo: LocalDate | null
}

function datesOf({ negotiatedSince, votedOn, signedOn, transmittedOn, inForceFrom, terminatedOn }: Dates): Dates {
  return { negotiatedSince, votedOn, signedOn, transmittedOn, inForceFrom, terminatedOn }
}

function termOf({ runsFrom, termMonths, lastDay, prolongedTo: prolonged }: LifeRow): Term {
  return { runsFrom, months: termMonths, lastDay, prolongedTo: prolonged }
}

export type AgreementFilter = {
  readonly search?: string
  readonly type?: AgreementType
  readonly country?: string
  readonly cityId?: string
  readonly limit: number
}

/** The register of the acting organisation: what is still to be made first, then the latest signed. */
export async function listAgreements(tx: Tx, filter: AgreementFilter, today: LocalDate): Promise<AgreementLine[]> {
  let query = tx
    .selectFrom('agreements.agreement as a')
    .select(['a.id', 'a.type', 'a.title', 'a.scopes', 'a.country', 'a.cityId', 'a.cityName', ...lifeColumns])
    .select((eb) => [
      prolongedTo(eb),
      eb
        .selectFrom('agreements.agreement as n')
        .whereRef('n.renewsId', '=', 'a.id')
        .select((inner) => inner.fn.coalesce('n.inForceFrom', 'n.attestedOn').as('from'))
        .as('renewedFrom'),
      sql<string[]>`array(select o.name from agreements.party p join directory.pub_organisation o on o.id = p.party_id
        where p.agreement_id = a.id order by p.position)`.as('partyNames'),
      sql<number>`(select count(*)::int from agreements.domain d where d.agreement_id = a.id)`.as('domainCount'),
    ])
    .orderBy(sql`coalesce(a.signed_on, a.attested_on) desc nulls first`)
    .orderBy('a.id')
    .limit(filter.limit)
  if (filter.search) query = query.where('a.searchText', 'like', sql<string>`'%' || app.fold(${filter.search}) || '%'`)
  if (filter.type) query = query.where('a.type', '=', filter.type)
  if (filter.country) query = query.where('a.country', '=', filter.country)
  if (filter.cityId) query = query.where('a.cityId', '=', filter.cityId)
  const rows = (await query.execute()) as unknown as (LifeRow & Omit<AgreementLine, 'dates' | 'term'> & { renewedFrom: LocalDate | null })[]
  return rows.map((row) => {
    const { id, type, title, scopes, country, cityId, cityName, partyNames, domainCount, attestedOn, renewedFrom } = row
    const [dates, term] = [datesOf(row), termOf(row)]
    const standing = standingOf({ dates, term, attestedOn, renewedFrom }, today)
    return { id, type, title, scopes, country, cityId, cityName, partyNames, domainCount, dates, term, standing }
  })
}

/** What the computed facts look at: the whole register, dates only. */
export async function listSigned(tx: Tx): Promise<Signed[]> {
  const rows = await tx
    .selectFrom('agreements.agreement')
    .select([
      'id',
      'country',
      'signedOn',
      sql<boolean>`signed_on is null`.as('isUndated'),
      sql<boolean>`city_id is not null or city_name <> '{}'`.as('isWithCity'),
    ])
    .where((eb) => eb.or([eb('signedOn', 'is not', null), eb('attestedOn', 'is not', null)]))
    .orderBy('signedOn')
    .execute()
  return rows as Signed[]
}

type AgreementRow = LifeRow &
  Proofs & {
    id: AgreementId
    type: AgreementType
    title: Localized
    object: Localized
    scopes: Scope[]
    country: string
    cityId: string | null
    cityName: Localized
    cooperationSince: number | null
    unprovenBecause: Unproven['because'] | null
    unprovenSource: string | null
    forecastCents: bigint | null
    forecastCurrency: string | null
    forecastNote: string
    version: number
    parties: Party[]
    signatories: Signatory[]
    renews: Renewal[]
    renewedBy: Renewal[]
  }

export async function loadAgreement(tx: Tx, agreementId: string): Promise<Agreement | null> {
  const row = await tx
    .selectFrom('agreements.agreement as a')
    .where('a.id', '=', agreementId)
    .select(['a.id', 'a.type', 'a.title', 'a.object', 'a.scopes', 'a.country', 'a.cityId', 'a.cityName', 'a.cooperationSince', 'a.version'])
    .select([
      'a.unprovenBecause',
      'a.unprovenSource',
      'a.negotiationBasis',
      'a.voteReference',
      'a.signedAtPlace',
      'a.transmissionReference',
    ])
    .select(['a.terminationReason', 'a.voteActId', 'a.transmissionActId'])
    .select(['a.forecastCents', 'a.forecastCurrency', 'a.forecastNote', ...lifeColumns])
    .select((eb) => [
      prolongedTo(eb),
      jsonArrayFrom(
        eb
          .selectFrom('agreements.party as p')
          .innerJoin('directory.pubOrganisation as o', 'o.id', 'p.partyId')
          .whereRef('p.agreementId', '=', 'a.id')
          .select(['p.id', 'p.partyId as organisationId', 'o.name', 'p.kind', 'o.country', 'p.stateGround', 'p.stateGroundOn'])
          .orderBy('p.position'),
      ).as('parties'),
      jsonArrayFrom(
        eb
          .selectFrom('agreements.signatory as s')
          .whereRef('s.agreementId', '=', 'a.id')
          .select(['s.id', 's.partyId', 's.name', 's.capacity'])
          .orderBy('s.position'),
      ).as('signatories'),
      jsonArrayFrom(
        eb
          .selectFrom('agreements.agreement as r')
          .whereRef('r.id', '=', 'a.renewsId')
          .select((inner) => ['r.id', 'r.title', inner.fn.coalesce('r.inForceFrom', 'r.attestedOn').as('inForceFrom')]),
      ).as('renews'),
      jsonArrayFrom(
        eb
          .selectFrom('agreements.agreement as n')
          .whereRef('n.renewsId', '=', 'a.id')
          .select((inner) => ['n.id', 'n.title', inner.fn.coalesce('n.inForceFrom', 'n.attestedOn').as('inForceFrom')]),
      ).as('renewedBy'),
    ])
    .executeTakeFirst()
  return row ? toAgreement(row as unknown as AgreementRow) : null
}

function toAgreement(row: AgreementRow): Agreement {
  const { unprovenBecause, unprovenSource, attestedOn, forecastCents, forecastCurrency, renews, renewedBy } = row
  const { id, type, title, object, scopes, country, cityId, cityName, cooperationSince, forecastNote, parties, signatories, version } = row
  const { negotiationBasis, voteReference, signedAtPlace, transmissionReference, terminationReason, voteActId, transmissionActId } = row
  return {
    id,
    type,
    title,
    object,
    scopes,
    country,
    cityId,
    cityName,
    cooperationSince,
    forecastNote,
    parties,
    signatories,
    version,
    unproven: unprovenBecause === null ? null : { because: unprovenBecause, source: unprovenSource ?? '', attestedOn },
    dates: datesOf(row),
    proofs: { negotiationBasis, voteReference, signedAtPlace, transmissionReference, terminationReason, voteActId, transmissionActId },
    term: termOf(row),
    forecast: forecastCents === null || forecastCurrency === null ? null : { cents: forecastCents, currency: forecastCurrency },
    renews: renews[0] ?? null,
    renewedBy: renewedBy[0] ?? null,
  }
}

/** Locks the agreement, so that two steps of its life cannot be recorded at once. */
export async function lockAgreement(tx: Tx, agreementId: string): Promise<Agreement | null> {
  await sql`select from agreements.agreement where id = ${agreementId} for no key update`.execute(tx)
  return loadAgreement(tx, agreementId)
}

export type AgreementFacts = Pick<
  Agreement,
  'type' | 'title' | 'object' | 'scopes' | 'country' | 'cityId' | 'cityName' | 'cooperationSince' | 'unproven' | 'forecast' | 'forecastNote'
> & { readonly term: Omit<Term, 'prolongedTo'> }

function columnsOf({ unproven, forecast, term, ...facts }: AgreementFacts) {
  const { type, title, object, scopes, country, cityId, cityName, cooperationSince, forecastNote } = facts
  const { runsFrom, months, lastDay } = term
  return {
    type,
    title,
    object,
    scopes: [...scopes],
    country,
    cityId,
    cityName,
    cooperationSince,
    forecastNote,
    runsFrom,
    lastDay,
    termMonths: months,
    unprovenBecause: unproven?.because ?? null,
    unprovenSource: unproven?.source ?? null,
    attestedOn: unproven?.attestedOn ?? null,
    forecastCents: forecast?.cents ?? null,
    forecastCurrency: forecast?.currency ?? null,
  }
}

export async function insertAgreement(tx: Tx, facts: AgreementFacts, renewsId: AgreementId | null): Promise<AgreementId> {
  const { id } = await tx
    .insertInto('agreements.agreement')
    .values({ ...columnsOf(facts), renewsId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as AgreementId
}

export async function updateAgreement(tx: Tx, id: AgreementId, facts: AgreementFacts): Promise<void> {
  await tx.updateTable('agreements.agreement').set(columnsOf(facts)).where('id', '=', id).execute()
}

/** Its dates with what proves them, and the term they begin. */
export async function updateLife(tx: Tx, id: AgreementId, change: LifeChange): Promise<void> {
  await tx.updateTable('agreements.agreement').set(change).where('id', '=', id).execute()
}

export async function deleteAgreement(tx: Tx, id: AgreementId): Promise<void> {
  await tx.deleteFrom('agreements.agreement').where('id', '=', id).execute()
}

export type NamedParty = {
  readonly organisationId: OrganisationId
  readonly stateGround: string | null
  readonly stateGroundOn: LocalDate | null
}

/** Makes these the parties, in their order. Those that stay keep their row, and their signatories. */
export async function replaceParties(tx: Tx, agreementId: AgreementId, parties: readonly NamedParty[]): Promise<void> {
  const ids = parties.map(({ organisationId }) => organisationId)
  await sql`
    delete from agreements.party p where p.agreement_id = ${agreementId}
      and not exists (select from jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as named ("organisationId" uuid, "stateGround" text, "stateGroundOn" date)
        where named."organisationId" = p.party_id and named."stateGround" is not distinct from p.state_ground
          and named."stateGroundOn" is not distinct from p.state_ground_on)`.execute(tx)
  const kept = await tx.selectFrom('agreements.party').where('agreementId', '=', agreementId).select('partyId').execute()
  const added = parties.filter(({ organisationId }) => !kept.some(({ partyId }) => partyId === organisationId))
  if (added.length === 0) return
  await tx
    .insertInto('agreements.party')
    .values(
      added.map(({ organisationId, stateGround, stateGroundOn }) => ({
        agreementId,
        partyId: organisationId,
        // Read from the card by the database, which trusts nobody on it.
        kind: '',
        position: ids.indexOf(organisationId),
        stateGround,
        stateGroundOn,
      })),
    )
    .execute()
}

export type NewSignatory = Omit<Signatory, 'id'>

export async function replaceSignatories(tx: Tx, agreementId: AgreementId, signatories: readonly NewSignatory[]): Promise<void> {
  await tx.deleteFrom('agreements.signatory').where('agreementId', '=', agreementId).execute()
  if (signatories.length === 0) return
  await tx
    .insertInto('agreements.signatory')
    .values(signatories.map((signatory, position) => ({ ...signatory, agreementId, position })))
    .execute()
}

export async function listStateGrounds(tx: Tx): Promise<StateGround[]> {
  const rows = await tx
    .selectFrom('agreements.stateGround')
    .select(['code', 'label', 'source', 'validFrom', 'validUntil'])
    .orderBy('validFrom')
    .orderBy('code')
    .execute()
  return rows as StateGround[]
}
