import { sql } from 'kysely'
import type { FileStore } from './files.ts'
import type { Log } from './log.ts'
import { type AccountId, type Actor, NotFound, type OrganisationId, type Role } from './actor.ts'
import type { Config } from './config.ts'
import { type Databases, type Tx, isMalformedValue, violatedConstraint } from './db.ts'
import { type Jobs, jobsIn } from './jobs.ts'
import { type Journal, journalIn } from './journal.ts'
import type { Id } from './pure/ids.ts'
import type { Instant } from './pure/instant.ts'
import type { LocalDate } from './pure/local-date.ts'
import type { Outcome, Refused } from './pure/outcome.ts'
import type { SealingKeys } from './sealing.ts'

/** What the process owns for as long as it lives. Built once by `app/`, handed to every door. */
export type Services = {
  readonly config: Config
  readonly db: Databases
  readonly files: FileStore
  readonly log: Log
  /** The only clock of the product. */
  readonly now: () => Instant
  /** Public address, without a final slash: links in messages begin with it. */
  readonly publicUrl: string
  /** Root of every signature we make (links, sessions). Keys are derived from it, one per purpose. */
  readonly secret: string
  /** What seals identity documents before they reach the database. */
  readonly sealingKeys: SealingKeys
}

/** One transaction of one actor. Nothing else is ambient: who, when and where to write all come from here. */
export type Ctx = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Instant
  /** The calendar day of `now` in the zone of the acting organisation. */
  readonly today: LocalDate
  readonly journal: Journal
  readonly jobs: Jobs
  readonly services: Services
}

/** Who asks: an account acting for an organisation, or an API key (its SHA-256). */
export type Caller =
  | {
      readonly kind: 'account'
      readonly accountId: AccountId
      readonly organisationId: OrganisationId
      /** By which deputyship the account acts in the name of somebody else. */
      readonly deputyshipId?: Id<'deputyship'> | null
    }
  | { readonly kind: 'key'; readonly tokenDigest: Buffer }

/** A refusal by a named constraint of the database: the code is the name of the constraint. */
export type ConstraintProblem = { readonly code: string; readonly isConstraint: true }

class RolledBack extends Error {
  readonly refusal: unknown
  constructor(refusal: unknown) {
    super('refused')
    this.refusal = refusal
  }
}

/**
 * Opens one transaction, sets the actor from the database's own memberships, runs, and commits.
 * @throws NotFound when the caller is no member of the organisation it claims to act for.
 */
export async function readAs<Result>(services: Services, caller: Caller, run: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  try {
    return await inTransaction(services, caller, run)
  } catch (error) {
    if (isMalformedValue(error)) throw new NotFound('a malformed identifier', { cause: error })
    throw error
  }
}

function inTransaction<Result>(services: Services, caller: Caller, run: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return services.db.web.transaction().execute(async (tx) => {
    const actor = await enter(tx, caller)
    const now = services.now()
    return run({ tx, actor, now, today: localToday(now, actor.timeZone), journal: journalIn(tx), jobs: jobsIn(tx), services })
  })
}

/**
 * The same for a use-case. A refusal rolls everything back, so that nothing half-done is ever kept;
 * a constraint violated by a race comes back as a refusal whose code is the constraint's name.
 */
export async function act<Result extends Outcome<unknown, unknown>>(
  services: Services,
  caller: Caller,
  run: (ctx: Ctx) => Promise<Result>,
): Promise<Result | Refused<ConstraintProblem>> {
  try {
    return await readAs(services, caller, async (ctx) => {
      const outcome = await run(ctx)
      if (!outcome.ok) throw new RolledBack(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal as Result
    const constraint = violatedConstraint(error)
    if (constraint) return { ok: false, problem: { code: constraint, isConstraint: true } }
    throw error
  }
}

async function enter(tx: Tx, caller: Caller): Promise<Actor> {
  if (caller.kind === 'account') {
    const { rows } =
      await sql<EnteredAccount>`select * from identity.enter(${caller.accountId}, ${caller.organisationId}, ${caller.deputyshipId ?? null})`.execute(
        tx,
      )
    const row = rows[0]
    if (!row) throw new NotFound('no such membership')
    return {
      accountId: caller.accountId,
      name: row.accountName,
      onBehalfOf: row.principalId && row.principalName ? { accountId: row.principalId, name: row.principalName } : null,
      organisationId: caller.organisationId,
      organisationName: row.organisationName,
      roles: row.roles,
      locale: row.locale === 'en' ? 'en' : 'fr',
      currency: row.currency ?? 'EUR',
      timeZone: row.timeZone ?? 'Europe/Paris',
    }
  }
  const { rows } = await sql<EnteredKey>`select * from identity.enter_by_key(${caller.tokenDigest})`.execute(tx)
  const row = rows[0]
  if (!row) throw new NotFound('no such key')
  return {
    accountId: null,
    name: row.keyName,
    onBehalfOf: null,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    roles: row.roles,
    locale: 'fr',
    currency: row.currency ?? 'EUR',
    timeZone: row.timeZone ?? 'Europe/Paris',
  }
}

type EnteredAccount = {
  roles: Role[]
  accountName: string
  locale: string
  currency: string | null
  timeZone: string | null
  organisationName: string
  principalId: AccountId | null
  principalName: string | null
}
type EnteredKey = {
  keyName: string
  organisationId: OrganisationId
  roles: Role[]
  currency: string | null
  timeZone: string | null
  organisationName: string
}

/** The date on the wall of the organisation's offices. en-CA prints ISO 8601. */
function localToday(now: Instant, timeZone: string): LocalDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(now),
  ) as LocalDate
}
