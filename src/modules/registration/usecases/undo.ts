import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { Application } from '../domain/application.ts'
import type { Letter } from '../domain/letter.ts'
import { mayHandleApplications } from '../domain/rights.ts'
import { holdPlaces } from '../sql.ts'
import * as sql from '../sql/applications.ts'
import { undoSubstitution } from '../sql/substitutions.ts'
import { lockHeldLetter, sendLetterNow, undoLetter } from '../sql/letters.ts'

/** `letter_has_left`: the applicant has been told, or another organisation has decided since. */
export type UndoProblem = { readonly code: 'letter_has_left' }

/**
 * Undoes the acting organisation's last decision about someone, whose letter has not left: nobody was told, and the application is where it was.
 * @refuses letter_has_left, and by the database the_head_of_a_mission_travels_with_it
 */
export async function undoDecision(ctx: Ctx, missionId: string, applicationId: string): Promise<Outcome<null, UndoProblem>> {
  const { application, letter } = await openHeld(ctx, missionId, applicationId)
  if (!letter) return refused({ code: 'letter_has_left' })
  await ctx.journal.event('application.undone')
  if (letter.kind === 'replaced' || letter.kind === 'substituted')
    return (await undoSubstitution(ctx.tx, applicationId, ctx.now)) ? ok(null) : refused({ code: 'letter_has_left' })
  await undoLetter(ctx.tx, letter.id, ctx.now)
  await moveBack(ctx, application, letter)
  return ok(null)
}

/** The letter leaves now, and the decision stands. @refuses letter_has_left */
export async function sendNow(ctx: Ctx, missionId: string, applicationId: string): Promise<Outcome<null, UndoProblem>> {
  const { letter } = await openHeld(ctx, missionId, applicationId)
  if (!letter) return refused({ code: 'letter_has_left' })
  await sendLetterNow(ctx.tx, letter.id, letter.writtenAt > ctx.now ? letter.writtenAt : ctx.now)
  await ctx.jobs.enqueue('registration.send-letters', {})
  return ok(null)
}

async function openHeld(ctx: Ctx, missionId: string, applicationId: string): Promise<{ application: Application; letter: Letter | null }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayHandleApplications(ctx.actor, mission.partners))
  const { organisationId } = found(await sql.loadApplication(ctx.tx, mission.id, applicationId))
  await holdPlaces(ctx.tx, mission.id, [organisationId])
  const [application] = await sql.lockApplications(ctx.tx, mission.id, [applicationId])
  return { application: found(application), letter: await lockHeldLetter(ctx.tx, applicationId, ctx.actor.organisationId) }
}

/** Back by the steps that led there, each taken by whoever may. */
async function moveBack(ctx: Ctx, { id, state }: Application, { formerState, formerWaitingSince }: Letter): Promise<void> {
  const by = { changedAt: ctx.now, decidedName: null, reason: null }
  if (state === 'approved') {
    await sql.takePlaceBack(
      ctx.tx,
      id,
      { state: formerState === 'received' ? 'endorsed' : formerState, waitingSince: formerWaitingSince },
      ctx.now,
    )
  } else if (state === 'waiting') {
    await sql.moveApplication(ctx.tx, id, { ...by, state: 'endorsed', waitingSince: null })
  } else if (formerState !== 'received' || state !== 'endorsed') {
    await sql.moveApplication(ctx.tx, id, { ...by, state: formerState, waitingSince: formerWaitingSince })
    return
  }
  if (formerState === 'received') await sql.moveApplication(ctx.tx, id, { ...by, state: 'received', endorsedAt: null })
}
