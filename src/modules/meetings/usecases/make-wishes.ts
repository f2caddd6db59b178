import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Choice } from '../domain/answer-link.ts'
import '../domain/events.ts'
import type { ProblemCode } from '../domain/problems.ts'
import type { Degree } from '../domain/wish.ts'
import { affinityOf } from '../domain/affinity.ts'
import { noProfile, nothingShown } from '../domain/company-profile.ts'
import { suggestionsOf } from '../domain/suggestion-run.ts'
import { listParticipants } from '../sql/participants.ts'
import { listEarlierContacts } from '../sql/earlier-contacts.ts'
import { loadProfile, readShownProfiles } from '../sql/profiles.ts'
import { listRules } from '../sql/setup.ts'
import { keepSuggestions } from '../sql/suggestions.ts'
import * as sql from '../sql/wishes.ts'
import { openParticipant } from './write-participant.ts'

export type WishProblem = { readonly code: ProblemCode }
export type WishWords = { readonly aboutId: string; readonly degree: Degree | ''; readonly motive: string }
export type AnswerWords = { readonly wishId: string; readonly accepts: boolean; readonly reason: string }

/**
 * Writes whom a participant would like to meet, in one go: all of it or nothing. What is past its term is given back first.
 * @refuses wishes_closed_or_answered, requests_within_quota, a_rule_allows_the_wish
 */
export async function makeWishes(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  wishes: readonly WishWords[],
): Promise<Outcome<null, WishProblem>> {
  const { event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  await ctx.journal.event('meeting_wish.written')
  await sql.expireRequests(ctx.tx, event.id, ctx.now)
  // Those that are taken back first: they make room for the others.
  const ordered = wishes.toSorted((a, b) => Number(a.degree !== '') - Number(b.degree !== ''))
  return (await sql.putWishes(ctx.tx, participant.id, ordered, ctx.now)) ? ok(null) : refused({ code: 'wishes_closed_or_answered' })
}

/**
 * Answers what is asked of a participant, in its name.
 * @refuses request_over, accepted_within_quota, declined_with_a_reason
 */
export async function answerRequests(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  answers: readonly AnswerWords[],
): Promise<Outcome<null, WishProblem>> {
  const { event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  const asked = new Set((await sql.listReceivedRequests(ctx.tx, event.id, participant.id)).map(({ id }) => id))
  await ctx.journal.event('meeting_request.answered')
  for (const { wishId, accepts, reason } of answers) {
    found(asked.has(wishId) ? wishId : null)
    if (!accepts && reason.trim() === '') return refused({ code: 'declined_with_a_reason' })
  }
  return (await sql.answerRequests(ctx.tx, answers, ctx.now)) ? ok(null) : refused({ code: 'request_over' })
}

/**
 * Whom a participant may ask, what it said of each, and what brings the two together, which is kept as it is shown.
 * For those who may write that participant.
 */
export async function showChoices(ctx: Ctx, eventId: string, participantId: string): Promise<Choice[]> {
  const participants = await listParticipants(ctx.tx, eventId)
  const self = found(participants.find(({ id }) => id === participantId))
  const rules = new Map(
    (await listRules(ctx.tx, eventId)).filter(({ fromId }) => fromId === self.circleId).map((rule) => [rule.toId, rule]),
  )
  const wishes = new Map((await sql.listWishes(ctx.tx, eventId, participantId)).map((wish) => [wish.aboutId, wish]))
  const shown = await readShownProfiles(ctx.tx, eventId)
  const own = { ...self, ...((await loadProfile(ctx.tx, self.id)) ?? noProfile) }
  const earlier = (await listEarlierContacts(ctx.tx, eventId, self.id, ctx.now)).get(self.id)
  const choices = participants.flatMap((other) => {
    const rule = rules.get(other.circleId)
    const wish = wishes.get(other.id)
    if (!rule || other.id === self.id) return []
    const { id, name, city, country, sectors, offers, needs, languages } = other
    const shows = shown.get(id) ?? nothingShown
    const said = { degree: wish?.degree ?? null, state: wish?.state ?? null, motive: wish?.motive ?? '', reason: wish?.reason ?? null }
    return [
      {
        id,
        name,
        city,
        country,
        sectors,
        offers,
        needs,
        languages,
        isAnswered: rule.isAnswered,
        shown: shows,
        reasons: affinityOf(own, { ...other, ...shows }, earlier?.get(id)),
        ...said,
      },
    ]
  })
  await keepSuggestions(ctx.tx, self.id, suggestionsOf(own, choices), ctx.actor.name, ctx.now)
  return choices
}
