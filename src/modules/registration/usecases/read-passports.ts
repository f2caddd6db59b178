import { allow, found, isInPerson } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { unseal } from '#platform/sealing.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { ApplicationId } from '../domain/application.ts'
import { type PassportReader, type ReadPassport, type ReaderRank, type ReadingPurpose, sealOwner } from '../domain/passport.ts'
import { mayAskPassports, mayNameReaders } from '../domain/rights.ts'
import * as sql from '../sql/passports.ts'

/** `nobody_of_the_mission`: no member of its organisations has this address. */
export type ReaderProblem = { readonly code: 'nobody_of_the_mission' }

/**
 * Says for which destinations passports are needed. One that is asked no longer forgets nothing of a traveller
 * until the last of theirs: then what they told goes.
 */
export async function askPassports(ctx: Ctx, missionId: string, countries: readonly string[]): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayAskPassports(ctx.actor, mission.partners))
  const chosen = mission.legs.map(({ country }) => country).filter((country) => countries.includes(country))
  const before = await sql.listAsks(ctx.tx, mission.id)
  await ctx.journal.event('passports.asked')
  await sql.changeAsks(
    ctx.tx,
    mission.id,
    [...new Set(chosen)].filter((country) => !before.includes(country)),
    before.filter((country) => !chosen.includes(country)),
  )
  return ok(null)
}

/** The lead names who reads, or takes the right back with an empty address. @refuses nobody_of_the_mission, and by the database a_reader_is_named_once */
export async function setReader(ctx: Ctx, missionId: string, rank: ReaderRank, email: string): Promise<Outcome<null, ReaderProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayNameReaders(ctx.actor, mission))
  await ctx.journal.event(email === '' ? 'passport_reader.removed' : 'passport_reader.named')
  if (email === '') {
    await sql.removeReader(ctx.tx, mission.id, rank)
    return ok(null)
  }
  return (await sql.nameReader(ctx.tx, mission.id, rank, email)) === 'named' ? ok(null) : refused({ code: 'nobody_of_the_mission' })
}

/** Whether the acting person is one of the two, for their organisation. */
export function isReader(ctx: Pick<Ctx, 'actor'>, readers: readonly PassportReader[]): boolean {
  return readers.some(({ accountId, organisationId }) => accountId === ctx.actor.accountId && organisationId === ctx.actor.organisationId)
}

/**
 * Opens these passports for one of the two people who may, and notes each reading where the traveller sees it.
 * Nothing is opened, and nothing noted, for anybody else, nor in the name of another. Never call it from a form that carries a request key: its answer would be kept.
 */
export async function readPassports(
  ctx: Ctx,
  mission: Pick<Mission, 'id'>,
  applicationIds: readonly string[],
  purpose: ReadingPurpose,
): Promise<ReadPassport[]> {
  if (applicationIds.length > 0) allow(isInPerson(ctx.actor))
  const rows = await sql.readSealedPassports(ctx.tx, mission.id, applicationIds, purpose, ctx.now)
  return rows.map(({ applicationId, memberId, expiresOn, ...sealed }) => {
    const { number, country } = JSON.parse(unseal(ctx.services.sealingKeys, sealOwner(applicationId), sealed)) as Record<
      'number' | 'country',
      string
    >
    return { applicationId, memberId, number, country, expiresOn }
  })
}

/** The members whose passport the acting person may read, and who told theirs: nothing is opened by asking. */
export async function listReadableMembers(ctx: Ctx, missionId: string): Promise<Map<string, ApplicationId>> {
  const told = isInPerson(ctx.actor) ? await sql.listToldPassports(ctx.tx, missionId) : []
  return new Map(
    told.flatMap(({ memberId, applicationId, mayRead, writtenAt }) => (mayRead && writtenAt ? [[memberId, applicationId]] : [])),
  )
}

/** The passports of these members, as far as the acting person may read them: what a list for a consulate needs. By member. */
export async function readPassportsOf(
  ctx: Ctx,
  mission: Pick<Mission, 'id'>,
  memberIds: readonly string[],
  purpose: ReadingPurpose,
): Promise<Map<string, ReadPassport>> {
  const readable = await listReadableMembers(ctx, mission.id)
  const applicationIds = memberIds.flatMap((id) => readable.get(id) ?? [])
  const passports = await readPassports(ctx, mission, applicationIds, purpose)
  return new Map(passports.map((passport) => [passport.memberId, passport]))
}
