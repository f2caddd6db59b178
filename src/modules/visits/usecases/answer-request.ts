import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type MailProblem, queueMail } from '#platform/mail.ts'
import { formatPeriod } from '#platform/pure/local-date-format.ts'
import { type LocalDate, compareDates } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { findCityByName, loadOrganisation } from '#modules/directory/index.ts'
import { type MissionId, createMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { type LetterFacts, type LetterKind, checkLetterText, fillLetter, paragraphsOf } from '../domain/letter.ts'
import type { Request } from '../domain/request.ts'
import { mayTriage } from '../domain/rights.ts'
import { addLetter } from '../sql/letters.ts'
import * as sql from '../sql/requests.ts'
import { addVisit } from '../sql/visits.ts'

export type AnswerProblem =
  | {
      readonly code: 'request_decided' | 'dates_missing' | 'days_out_of_order' | 'address_missing' | 'letter_empty' | 'placeholder_unknown'
    }
  | MailProblem

/** The letter as the person left it; `isSent`: it leaves by mail at once. */
export type LetterDraft = { readonly language: Locale; readonly subject: string; readonly body: string; readonly isSent: boolean }

export type Acceptance = {
  readonly title: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  /** Where they are received; the organisation's own city when empty. */
  readonly city: string
}

/**
 * Accepts: the delegation is expected. Opens the mission of kind received, with its leg and dates, and says on it who comes; the letter leaves with it.
 * @refuses request_decided, dates_missing, days_out_of_order, address_missing, letter_empty, placeholder_unknown, mail_address_malformed
 */
export async function acceptRequest(
  ctx: Ctx,
  requestId: string,
  plan: Acceptance,
  letter: LetterDraft,
): Promise<Outcome<MissionId, AnswerProblem>> {
  const opened = await openRequest(ctx, requestId)
  if (!opened.ok) return opened
  const request = opened.value
  const { startsOn, endsOn } = plan
  if (!startsOn || !endsOn) return refused({ code: 'dates_missing' })
  if (compareDates(startsOn, endsOn) > 0) return refused({ code: 'days_out_of_order' })
  const leg = { ...(await hostCity(ctx, plan.city)), startsOn, endsOn }
  const mission = await createMission(ctx, {
    kind: 'incoming',
    title: plan.title,
    purpose: purposeOf(request),
    legs: [leg],
    objectives: [],
    themes: [],
  })
  if (!mission.ok) return refused({ code: 'days_out_of_order' })
  await ctx.journal.event('visit.accepted')
  const { asker: visitor, country, city, headName, headCapacity, peopleCount } = request
  await addVisit(ctx.tx, mission.value, { visitor, country, city, headName, headCapacity, peopleCount })
  await sql.saveDecision(ctx.tx, request.id, { ...decided(ctx), state: 'accepted', missionId: mission.value })
  const written = await writeLetter(ctx, request, 'accepted', letter, { dates: formatPeriod(startsOn, endsOn, letter.language) })
  return written.ok ? ok(mission.value) : written
}

/** Points to another organisation, which receives them better. @refuses request_decided, and what the letter refuses */
export async function redirectRequest(
  ctx: Ctx,
  requestId: string,
  { redirectedTo, reason }: { readonly redirectedTo: string; readonly reason: string },
  letter: LetterDraft,
): Promise<Outcome<null, AnswerProblem>> {
  const opened = await openRequest(ctx, requestId)
  if (!opened.ok) return opened
  await ctx.journal.event('visit.redirected')
  await sql.saveDecision(ctx.tx, opened.value.id, { ...decided(ctx), state: 'redirected', redirectedTo, reason: reason || null })
  return writeLetter(ctx, opened.value, 'redirected', letter, { partner: redirectedTo, reason })
}

/** Says no, and why. @refuses request_decided, and what the letter refuses */
export async function declineRequest(
  ctx: Ctx,
  requestId: string,
  reason: string,
  letter: LetterDraft,
): Promise<Outcome<null, AnswerProblem>> {
  const opened = await openRequest(ctx, requestId)
  if (!opened.ok) return opened
  await ctx.journal.event('visit.declined')
  await sql.saveDecision(ctx.tx, opened.value.id, { ...decided(ctx), state: 'declined', reason })
  return writeLetter(ctx, opened.value, 'declined', letter, { reason })
}

/** The same request came twice: the other one is answered. @refuses request_decided @throws NotFound when there is no such other request */
export async function setAside(ctx: Ctx, requestId: string, originalId: string): Promise<Outcome<null, AnswerProblem>> {
  const opened = await openRequest(ctx, requestId)
  if (!opened.ok) return opened
  const original = found(originalId === requestId ? null : await sql.loadRequest(ctx.tx, originalId))
  await ctx.journal.event('visit.set_aside')
  await sql.saveDecision(ctx.tx, opened.value.id, { ...decided(ctx), state: 'duplicate', duplicateOf: original.id })
  return ok(null)
}

/** What the letters call, as far as the request says it. */
export function factsOfRequest(ctx: Pick<Ctx, 'actor'>, request: Request): Partial<LetterFacts> {
  return {
    contact: request.contactName || request.asker,
    asker: request.asker,
    city: request.city,
    head: [request.headName, request.headCapacity].filter(Boolean).join(', '),
    people: request.peopleCount === null ? '' : String(request.peopleCount),
    authority: ctx.actor.organisationName,
    author: ctx.actor.name,
    number: String(request.number),
  }
}

async function openRequest(ctx: Ctx, requestId: string): Promise<Outcome<Request, AnswerProblem>> {
  allow(mayTriage(ctx.actor))
  const request = found(await sql.lockRequest(ctx.tx, requestId))
  return request.state === 'received' ? ok(request) : refused({ code: 'request_decided' })
}

function decided(ctx: Ctx) {
  return { decidedAt: ctx.now, decidedByName: ctx.actor.name }
}

function purposeOf({ topics, language }: Request): Localized {
  return topics ? { [language]: topics } : {}
}

/** The city where visitors are received, with its zone; as it was typed when we do not know it. */
async function hostCity(ctx: Ctx, typed: string) {
  const own = found(await loadOrganisation(ctx.tx, ctx.actor.organisationId))
  const name = typed || own.cityName || own.name
  const city = await findCityByName(ctx.tx, name)
  return city
    ? { cityId: city.id as string, cityName: city.names, country: city.country, timeZone: city.timeZone }
    : { cityId: null, cityName: { fr: name }, country: own.country, timeZone: ctx.actor.timeZone }
}

/** Keeps the letter as it leaves, and sends it if that is wished. */
export async function writeLetter(
  ctx: Ctx,
  request: Request,
  kind: LetterKind,
  { language, subject, body, isSent }: LetterDraft,
  decision: Partial<LetterFacts>,
): Promise<Outcome<null, AnswerProblem>> {
  for (const text of [subject, body]) {
    const checked = checkLetterText(text)
    if (!checked.ok) return refused({ code: checked.problem.code })
  }
  const facts = { ...factsOfRequest(ctx, request), ...decision }
  const written = { subject: fillLetter(subject, facts), body: fillLetter(body, facts) }
  if (written.subject === '' || written.body === '') return refused({ code: 'letter_empty' })
  if (isSent && !request.contactEmail) return refused({ code: 'address_missing' })
  await addLetter(ctx.tx, {
    ...written,
    requestId: request.id,
    kind,
    language,
    recipient: [request.contactName, request.asker].filter(Boolean).join(', '),
    email: request.contactEmail,
    writtenOn: ctx.today,
    writtenByName: ctx.actor.name,
    isSent,
  })
  if (!isSent || !request.contactEmail) return ok(null)
  const sent = await queueMail(ctx, {
    to: request.contactEmail,
    language,
    subject: written.subject,
    paragraphs: paragraphsOf(written.body),
  })
  return sent.ok ? ok(null) : sent
}
