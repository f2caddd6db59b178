import { checkAct } from '#modules/acts/index.ts'
import { createApiKey, revokeApiKey } from '#modules/identity/index.ts'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { type Caller, act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { asId } from '#platform/pure/ids.ts'
import { assert, valueOf } from '#platform/pure/outcome.ts'
import { type House, openHouse } from '#app/services.ts'
import { cloneDatabase } from '#tests/database.ts'
import { demoTemplate, testEnvironment } from '#tests/demo.ts'
import { apiObjects, type Objects } from './objects.ts'

/**
 * Who calls. `officer`, `finance`, `assembly` and `reader` are keys of the Département; `partner` is an officer's of Marseille,
 * which shares the mission to Miami; `foreign` an officer's of Genoa, which does not.
 */
export const holders = ['reader', 'finance', 'assembly', 'foreign', 'partner', 'officer'] as const
export type Holder = (typeof holders)[number]

/** Callers to whom nothing opens. */
export const strangers = ['nobody', 'malformed', 'revoked'] as const
export type Stranger = (typeof strangers)[number]

export type Keyring = {
  /** A database with the demonstration and the keys, to be copied by each test that writes. */
  readonly templateUrl: string
  readonly tokens: Readonly<Record<Holder | 'revoked', string>>
  readonly objects: Objects
  /** Copies on their way out: the next test does not wait for them, the end does. */
  readonly leaving: Promise<void>[]
  readonly drop: () => Promise<void>
}

/** The demonstration, and the keys its administrators made in their settings. */
export async function openKeyring(serverUrl: string): Promise<Keyring> {
  const copy = await cloneDatabase(await demoTemplate(serverUrl))
  const house = await openHouse(readConfig({ ...testEnvironment, DATABASE_URL: copy.url }), { poolSize: 2 })
  const leaving: Promise<void>[] = []
  try {
    const [department, marseille, genoa] = await Promise.all(['claire', 'lucie', 'giulia'].map((name) => callerNamed(copy.url, name)))
    assert(department && marseille && genoa, 'three administrators')
    const revoked = await makeKey(house, department, 'officer')
    await revokeLatest(house, copy.url, department)
    return {
      templateUrl: copy.url,
      tokens: {
        reader: await makeKey(house, department, 'reader'),
        finance: await makeKey(house, department, 'finance'),
        assembly: await makeKey(house, department, 'assembly'),
        officer: await makeKey(house, department, 'officer'),
        partner: await makeKey(house, marseille, 'officer'),
        foreign: await makeKey(house, genoa, 'officer'),
        revoked,
      },
      objects: await withDigest(house, department, await apiObjects(copy.url)),
      leaving,
      drop: async () => {
        await Promise.all(leaving)
        await copy.drop()
      },
    }
  } finally {
    await house.close()
  }
}

async function makeKey(house: House, caller: Caller, role: 'reader' | 'finance' | 'assembly' | 'officer'): Promise<string> {
  const made = await act(house.services, caller, (ctx) => createApiKey(ctx, { name: `Clé ${role}`, roles: [role], expiresAt: null }))
  return valueOf(made).token
}

/** What the assembly office reads before it submits the act of the demonstration. */
async function withDigest(house: House, caller: Caller, objects: Objects): Promise<Objects> {
  const { digest } = await readAs(house.services, caller, (ctx) => checkAct(ctx, String(objects.act)))
  return { ...objects, actDigest: digest }
}

async function revokeLatest(house: House, databaseUrl: string, caller: Caller): Promise<void> {
  const { rows } = await withOwner(databaseUrl, (owner) => owner.query<{ id: string }>('select id from identity.api_key'))
  valueOf(await act(house.services, caller, (ctx) => revokeApiKey(ctx, asId<'apiKey'>(rows[0]?.id ?? ''))))
}

async function callerNamed(databaseUrl: string, name: string): Promise<Caller> {
  return withOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ accountId: AccountId; organisationId: OrganisationId }>(
      `select m.account_id as "accountId", m.organisation_id as "organisationId"
         from identity.membership m join auth."user" u on u.id = m.account_id where u.email like $1 || '.%'`,
      [name],
    )
    assert(rows[0], `${name} is one of the demonstration`)
    return { kind: 'account', ...rows[0] }
  })
}
