import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type SealingKeys, seal, unseal } from '#platform/sealing.ts'
import { isCountry } from '#modules/directory/index.ts'
import { type OwnPassport, type Passport, type PassportProblem, decidePassport, sealOwner } from '../domain/passport.ts'
import { secretDigest } from '../domain/secret.ts'
import * as sql from '../sql/passports.ts'
import { readOwnApplication } from '../sql/public.ts'

type Door = Pick<Services, 'db' | 'now' | 'sealingKeys'>

/** What the traveller's page says of their passport; null without a place, or where no destination of theirs asks for one and none was read. */
export async function readOwnPassport({ db }: Pick<Door, 'db'>, secret: string): Promise<OwnPassport | null> {
  const own = await sql.readOwnPassport(db.web, secretDigest(secret))
  return own && (own.countries.length > 0 || own.readings.length > 0) ? own : null
}

/**
 * Tells it, or tells it anew: sealed here, so that the database never receives the number.
 * @refuses by field passport_number_malformed, country_unknown, passport_expired, passport_lasts_too_long; closed without a place, where nothing
 *   asks for it, or once the journey is over
 */
export async function tellPassport(
  { db, now, sealingKeys }: Door,
  secret: string,
  typed: Passport,
): Promise<Outcome<null, PassportProblem | { readonly code: 'closed' }>> {
  const decided = decidePassport(typed, dateIn(asTimeZone('UTC'), now()), isCountry)
  if (!decided.ok) return decided
  const digest = secretDigest(secret)
  const application = await readOwnApplication(db.web, digest)
  if (!application) return refused({ code: 'closed' })
  const { number, country, expiresOn } = decided.value
  const sealed = seal(sealingKeys, sealOwner(application.id), JSON.stringify({ number, country }))
  return (await sql.writeOwnPassport(db.web, digest, { ...sealed, expiresOn }, now())) ? ok(null) : refused({ code: 'closed' })
}

/** Takes it back. @refuses closed when there is none */
export async function eraseOwnPassport({ db }: Pick<Door, 'db'>, secret: string): Promise<Outcome<null, { readonly code: 'closed' }>> {
  return (await sql.eraseOwnPassport(db.web, secretDigest(secret))) ? ok(null) : refused({ code: 'closed' })
}

/** Seals with the first key what another one sealed, so that the former may be thrown away. */
export async function sealPassportsAgain(keys: SealingKeys, owner: ClientBase): Promise<void> {
  for (;;) {
    await owner.query('begin')
    try {
      const others = await sql.lockSealedOtherwise(owner, keys[0].id)
      for (const { applicationId, ...sealed } of others)
        await sql.sealAgain(owner, applicationId, seal(keys, sealOwner(applicationId), unseal(keys, sealOwner(applicationId), sealed)))
      await owner.query('commit')
      if (others.length === 0) return
    } catch (error) {
      await owner.query('rollback')
      throw error
    }
  }
}
