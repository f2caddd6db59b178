import { type Ctx, type Services, act, readAs } from '#platform/context.ts'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import { type Databases, connect, withOwner } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import { createMission, namePartner } from '#modules/missions/index.ts'
import { cloneDatabase } from '#tests/database.ts'
import type { MemberDraft } from './domain/registration.ts'

/** For the tests: someone who acts for an organisation. */
export type Somebody = { readonly kind: 'account'; readonly accountId: AccountId; readonly organisationId: OrganisationId }

/**
 * For the tests: a département leads a mission, a city is its partner, a port is a stranger to it.
 * Each has an officer who administers; the département also has a reader.
 */
export async function twoPartners(templateUrl: string) {
  const copy = await cloneDatabase(templateUrl)
  const db: Databases = connect({ ownerUrl: copy.url }, 4)
  const services = { db, now: () => '2100-01-01T08:00:00.000Z' as Instant } as Services
  const lead = await found(copy.url, 'Département de Rochebrune', 'department')
  const city = await found(copy.url, 'Ville de Rochebrune', 'municipality')
  const stranger = await found(copy.url, 'Port du Détroit', 'port')
  const reader = await join(copy.url, lead.organisationId, ['reader'])
  const missionId = valueOf(
    await act(services, lead, (ctx) =>
      createMission(ctx, { kind: 'outgoing', title: { fr: 'Miami' }, purpose: {}, legs: [], objectives: [], themes: [] }),
    ),
  )
  valueOf(
    await act(services, lead, (ctx) =>
      namePartner(ctx, missionId, { organisationId: city.organisationId, role: 'partner', workstream: {} }),
    ),
  )
  return {
    services,
    missionId,
    lead,
    city,
    stranger,
    reader,
    ownerUrl: copy.url,
    /** One use-case in its transaction, as a door runs it. */
    as: <Result extends Outcome<unknown, unknown>>(who: Somebody, run: (ctx: Ctx) => Promise<Result>) => act(services, who, run),
    read: <Result>(who: Somebody, run: (ctx: Ctx) => Promise<Result>) => readAs(services, who, run),
    close: async () => {
      await db.close()
      await copy.drop()
    },
  }
}

/** For the tests: an elected member, unless said otherwise. */
export function aMember(facts: Partial<MemberDraft> = {}): MemberDraft {
  return {
    givenName: 'Claude',
    familyName: 'Arnal',
    category: 'elected',
    capacity: {},
    represents: null,
    function: 'member',
    externalKey: null,
    contact: { email: null, phone: null, notes: null },
    ...facts,
  }
}

async function found(ownerUrl: string, name: string, kind: string): Promise<Somebody> {
  const somebody = {
    kind: 'account',
    accountId: crypto.randomUUID() as AccountId,
    organisationId: crypto.randomUUID() as OrganisationId,
  } as const
  await withOwner(ownerUrl, async (owner) => {
    await owner.query(`insert into auth."user" (id, name, email) values ($1, $2, $3)`, [
      somebody.accountId,
      `Agent de ${name}`,
      `${somebody.accountId}@example.org`,
    ])
    await owner.query(`select identity.found($1, $2, $3, $4, 'FR', 'Rochebrune', 'EUR', 'Europe/Paris', 'fr')`, [
      somebody.accountId,
      somebody.organisationId,
      name,
      kind,
    ])
  })
  return somebody
}

async function join(ownerUrl: string, organisationId: OrganisationId, roles: Role[]): Promise<Somebody> {
  const accountId = crypto.randomUUID() as AccountId
  await withOwner(ownerUrl, async (owner) => {
    await owner.query(`insert into auth."user" (id, name, email) values ($1, 'Lecteur', $2)`, [accountId, `${accountId}@example.org`])
    await owner.query('insert into identity.membership (account_id, organisation_id, roles) values ($1, $2, $3)', [
      accountId,
      organisationId,
      roles,
    ])
  })
  return { kind: 'account', accountId, organisationId }
}
