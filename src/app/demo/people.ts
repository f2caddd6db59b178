import type pg from 'pg'
import * as agreements from '#db/seed/agreements.ts'
import * as provence from '#db/seed/bouches-du-rhone-2017.ts'
import * as nantes from '#db/seed/nantes-2024.ts'
import { addMember, createAccount, foundOrganisation } from '#modules/identity/index.ts'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import { type Caller, type Ctx, act } from '#platform/context.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import type { House } from '../services.ts'

const organisations = { ...provence.organisations, ...nantes.organisations, ...agreements.organisations }
const accounts = { ...provence.accounts, ...nantes.accounts, ...agreements.accounts }
type OrganisationKey = keyof typeof organisations
export type PersonKey = keyof typeof accounts

/** Runs use-cases in the name of one of the demonstration's people. A refusal here is a bug of the seed. */
export type As = <Value>(person: PersonKey, run: (ctx: Ctx) => Promise<Outcome<Value, unknown>>) => Promise<Value>
export type OrganisationIds = Readonly<Record<OrganisationKey, OrganisationId>>

/**
 * Opens the organisations that work in the demonstration, each founded by one of its people, and lets the others in.
 * `asOn` acts on the clock of another day, for what closed long ago.
 */
export async function openHouses(
  house: House,
  owner: pg.Client,
): Promise<{ as: As; asOn: (now: Instant) => As; organisationIds: OrganisationIds }> {
  const organisationIds = {} as Record<OrganisationKey, OrganisationId>
  const callers = {} as Record<PersonKey, Caller>
  for (const key of Object.keys(organisations) as OrganisationKey[]) {
    const organisationId = crypto.randomUUID() as OrganisationId
    const { founder } = organisations[key]
    organisationIds[key] = organisationId
    callers[founder] = { kind: 'account', accountId: await found(owner, organisationId, key), organisationId }
  }
  for (const person of Object.keys(accounts) as PersonKey[]) {
    if (callers[person]) continue
    const { of, roles, ...account } = accounts[person]
    const organisationId = organisationIds[of]
    const accountId = await createAccount(owner, { ...account, isDemo: true })
    await addMember(owner, accountId, organisationId, roles as readonly Role[])
    callers[person] = { kind: 'account', accountId, organisationId }
  }
  const asOn =
    (now: Instant): As =>
    async (person, run) =>
      valueOf(await act({ ...house.services, now: () => now }, callers[person], run))
  return { organisationIds, as: async (person, run) => valueOf(await act(house.services, callers[person], run)), asOn }
}

async function found(owner: pg.Client, organisationId: OrganisationId, key: OrganisationKey): Promise<AccountId> {
  const { founder, ...facts } = organisations[key]
  const account = accounts[founder]
  const administratorId = await createAccount(owner, { ...account, isDemo: true })
  await owner.query('begin')
  await foundOrganisation(owner, { ...facts, organisationId, administratorId, currency: 'EUR', locale: account.locale })
  if ('siren' in facts)
    await owner.query(`insert into directory.organisation_identifier (organisation_id, scheme, value) values ($1, 'FR-SIREN', $2)`, [
      organisationId,
      facts.siren,
    ])
  await owner.query('commit')
  return administratorId
}
