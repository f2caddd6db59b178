import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { formatPeriod } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { fillLetter } from '../domain/letter.ts'
import type { Request } from '../domain/request.ts'
import { mayTriage } from '../domain/rights.ts'
import { listLetters } from '../sql/letters.ts'
import { loadRequest, lockRequest } from '../sql/requests.ts'
import { type AnswerProblem, type LetterDraft, writeLetter } from './answer-request.ts'
import { draftLetter } from './draft-letter.ts'

export type ThanksProblem = AnswerProblem | { readonly code: 'not_received_yet' }

/**
 * What the page of thanks needs: the letter to read over, the day until which the visit lasts while it is not over, and the day of the last thanks.
 * @throws NotFound for a request that was not accepted
 */
export async function openThanks(ctx: Ctx, requestId: string) {
  allow(mayTriage(ctx.actor))
  const asked = found(await loadRequest(ctx.tx, requestId))
  found(asked.state === 'accepted' || null)
  const draft = await draftLetter(ctx, asked, 'thanks')
  const { dates, endsOn } = await daysOfVisit(ctx, asked)
  const thanks = (await listLetters(ctx.tx, asked.id)).filter(({ kind }) => kind === 'thanks')
  return {
    asked,
    draft: { ...draft, subject: fillLetter(draft.subject, { dates }), body: fillLetter(draft.body, { dates }) },
    lastsUntil: endsOn !== null && endsOn >= ctx.today ? endsOn : null,
    thankedOn: thanks.at(-1)?.writtenOn ?? null,
    requestKey: crypto.randomUUID(),
  }
}

/** Thanks those who came. One may thank twice. @refuses not_received_yet before the request is accepted, and what the letter refuses */
export async function thank(ctx: Ctx, requestId: string, letter: LetterDraft): Promise<Outcome<null, ThanksProblem>> {
  allow(mayTriage(ctx.actor))
  const request = found(await lockRequest(ctx.tx, requestId))
  if (request.state !== 'accepted') return refused({ code: 'not_received_yet' })
  await ctx.journal.event('visit.thanked')
  const { dates } = await daysOfVisit(ctx, request)
  return writeLetter(ctx, request, 'thanks', letter, { dates })
}

/** When they were received, which is seldom when they wished to come; nothing while the mission has no dates. */
async function daysOfVisit(
  ctx: Ctx,
  { missionId, language }: Request,
): Promise<{ readonly dates: string; readonly endsOn: LocalDate | null }> {
  const mission = missionId && (await loadMission(ctx.tx, missionId))
  if (!mission || !mission.startsOn || !mission.endsOn) return { dates: '', endsOn: null }
  return { dates: formatPeriod(mission.startsOn, mission.endsOn, language), endsOn: mission.endsOn }
}
