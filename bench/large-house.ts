import type pg from 'pg'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Caller } from '#platform/context.ts'

export type HouseSize = { readonly organisations: number; readonly missions: number }

/** PRODUCT: a national shared instance has 5,000 authorities; a tenth and a hundredth of it show how costs grow. */
export const houseSizes = {
  '1': { organisations: 50, missions: 1_000 },
  '10': { organisations: 500, missions: 10_000 },
  '100': { organisations: 5_000, missions: 100_000 },
} as const satisfies Record<string, HouseSize>

const partnersEach = 3
const peopleEach = 20
const cardsEach = 10
/** One organisation is invited to support every 25th mission of the country. */
const invitedEvery = 25

/** An organisation like the others, that takes part in some sixty missions whatever the size of the instance. */
export const ordinary = 7
/** The one that is invited everywhere: 4,000 missions of 100,000. */
export const invited = 9

const kinds = { organisation: '8001', account: '8002', mission: '8003' } as const
type Kind = keyof typeof kinds

/** UUIDs that a number gives, so that a measure knows whom to name without asking. RFC 9562, version 8. */
const idOf = (kind: Kind, number: number) => `00000000-0000-8000-${kinds[kind]}-${number.toString(16).padStart(12, '0')}`
const idSql = (kind: Kind, number: string) => `('00000000-0000-8000-${kinds[kind]}-' || lpad(to_hex(${number}), 12, '0'))::uuid`

export const organisationOf = (number: number) => idOf('organisation', number) as OrganisationId
export const callerOf = (number: number) =>
  ({ kind: 'account', accountId: idOf('account', number) as AccountId, organisationId: organisationOf(number) }) as const satisfies Caller

/** Names that look like names: syllables drawn by the digits of a counter, the same at each run. */
const nameSql = (n: string, salt: number) =>
  `initcap((array['mar','ber','du','le','fon','gau','ri','val','cha','tho'])[1 + (${n} * ${salt}) % 10]
    || (array['tin','nard','pont','roux','taine','thier','chard','lier','bert','mas'])[1 + (${n} / 10 * ${salt}) % 10]
    || (array['','eau','elle','in','ot'])[1 + (${n} / 100) % 5])`

/**
 * Fills an empty database with organisations and what they keep, by plain SQL of the owner: triggers, hence the journal, are left
 * out, because what is measured afterwards is reading. Every mission has a lead, two partners, one or two cities, two objectives.
 */
export async function fillHouse(owner: pg.Client, { organisations, missions }: HouseSize): Promise<void> {
  const every = (count: number, name: string) => `generate_series(1, ${count}) ${name}`
  const start = `date '2015-01-01' + m % 4000`
  await owner.query('set session_replication_role = replica')
  const statements = [
    `insert into directory.organisation (id, kept_by, is_workspace, name, kind)
      select ${idSql('organisation', 'o')}, ${idSql('organisation', 'o')}, true, 'Ville de ' || ${nameSql('o', 7)} || ' ' || o, 'municipality' from ${every(organisations, 'o')}`,
    `insert into auth."user" (id, name, email) select ${idSql('account', 'o')}, 'Agent ' || o, 'agent' || o || '@example.org' from ${every(organisations, 'o')}`,
    `insert into identity.membership (account_id, organisation_id, roles)
      select ${idSql('account', 'o')}, ${idSql('organisation', 'o')}, array['administrator', 'officer'] from ${every(organisations, 'o')}`,
    `insert into identity.workspace (organisation_id) select ${idSql('organisation', 'o')} from ${every(organisations, 'o')}`,
    `insert into directory.organisation (kept_by, name, kind)
      select ${idSql('organisation', 'o')}, ${nameSql(`(o * 31 + c)`, 3)} || ' et ' || ${nameSql(`(o * 17 + c)`, 9)}, 'company'
      from ${every(organisations, 'o')}, ${every(cardsEach, 'c')}`,
    `insert into directory.person (organisation_id, given_name, family_name)
      select ${idSql('organisation', 'o')}, ${nameSql(`(o * 13 + p)`, 3)}, ${nameSql(`(o * 29 + p)`, 7)} from ${every(organisations, 'o')}, ${every(peopleEach, 'p')}`,
    `insert into missions.mission (id, lead_organisation_id, title, state, starts_on, ends_on)
      select ${idSql('mission', 'm')}, ${idSql('organisation', `1 + m % ${organisations}`)}, jsonb_build_object('fr',
        (array['Mission économique','Salon nautique','Forum des villes','Visite d’étude','Rencontre des ports'])[1 + m % 5] || ' à '
        || (array['Gênes','Miami','Milan','Hambourg','Shanghai','Tokyo','Turin','Abidjan'])[1 + (m / 5) % 8] || ' ' || m),
        'confirmed', ${start}, ${start} + 3 from ${every(missions, 'm')}`,
    `insert into missions.partner (mission_id, organisation_id, role)
      select ${idSql('mission', 'm')}, ${idSql('organisation', `1 + (m + k * 7 + (k > 0)::int * (m / ${organisations})) % ${organisations}`)},
        (array['lead', 'co_organiser', 'partner'])[k + 1] from ${every(missions, 'm')}, generate_series(0, ${partnersEach - 1}) k on conflict do nothing`,
    `insert into missions.partner (mission_id, organisation_id, role)
      select ${idSql('mission', 'm')}, ${idSql('organisation', String(invited))}, 'support' from generate_series(1, ${missions}, ${invitedEvery}) m on conflict do nothing`,
    `insert into missions.leg (mission_id, position, city_name, country, starts_on, ends_on, time_zone)
      select ${idSql('mission', 'm')}, k, '{"fr":"Gênes","en":"Genoa"}', 'IT', ${start} + 2 * k, ${start} + 2 * k + 1, 'Europe/Rome'
      from ${every(missions, 'm')}, generate_series(0, m % 2) k`,
    `insert into missions.objective (mission_id, position, text)
      select ${idSql('mission', 'm')}, k, '{"fr":"Faire connaître le territoire"}' from ${every(missions, 'm')}, generate_series(0, 1) k`,
    `insert into missions.mandate (mission_id, organisation_id, decided_by, decided_on, reference)
      select ${idSql('mission', 'm')}, ${idSql('organisation', `1 + m % ${organisations}`)}, 'assembly', ${start} - 30, 'D-' || m from ${every(missions, 'm')} where m % 3 = 0`,
  ]
  for (const statement of statements) await owner.query(statement)
  await owner.query('set session_replication_role = origin')
  await owner.query('vacuum analyze')
}

/** Makes an organisation a partner of so many missions of the house. */
export async function seatAt(owner: pg.Client, organisationId: string, missions: number): Promise<void> {
  await owner.query('set session_replication_role = replica')
  await owner.query(
    `insert into missions.partner (mission_id, organisation_id, role) select ${idSql('mission', 'm')}, $1, 'partner' from generate_series(1, ${missions}) m`,
    [organisationId],
  )
  await owner.query('set session_replication_role = origin')
}
