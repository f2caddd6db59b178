import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { Application, ApplicationId, ApplicationState } from '../domain/application.ts'
import { type Decision, type DecisionProblem, type Planned, type Step, planDecisions } from '../domain/decision.ts'
import { type LetterWords, undoMinutes } from '../domain/letter.ts'
import { openPlaces } from '../domain/places.ts'
import { handIn, mayHandleApplications } from '../domain/rights.ts'
import { listPlaces, holdPlaces } from '../sql.ts'
import * as sql from '../sql/applications.ts'
import { addLetters } from '../sql/letters.ts'
import { composeLetter, hiddenSecret, seenDigest, wordsOf } from './write-letter.ts'

export type DecisionRequest = {
  readonly ids: readonly string[]
  readonly decision: Decision
  /** Why, for the applicant to read; empty for a yes. */
  readonly reason: string
}

/** The most people decided at once. */
export const mostAtOnce = 200

export type PreviewLine = {
  readonly application: Application
  readonly step: Step
  readonly words: LetterWords
  /** The letter exactly as it will leave, but for the applicant's secret. */
  readonly letter: string
  readonly subject: string
}

export type DecisionPreview = {
  readonly lines: readonly PreviewLine[]
  /** Those this decision leaves as they are, and why. */
  readonly leftOut: readonly { readonly application: Application; readonly code: DecisionProblem['code'] }[]
  /** Sent back with the decision: what was seen is what is done. */
  readonly seen: string
}

/** What a decision would do, and the letters it would send. Nothing is written. */
export async function previewDecision(ctx: Ctx, missionId: string, request: DecisionRequest): Promise<DecisionPreview> {
  const mission = await openApplications(ctx, missionId)
  const applications = await sql.listApplications(ctx.tx, mission.id, { ids: request.ids.slice(0, mostAtOnce), limit: mostAtOnce })
  const planned = await plan(ctx, mission, applications, request)
  const lines = planned.flatMap(({ application, step }) => (step.ok ? [lineOf(ctx, mission, application, step.value, request)] : []))
  const leftOut = planned.flatMap(({ application, step }) => (step.ok ? [] : [{ application, code: step.problem.code }]))
  return { lines, leftOut, seen: digestOf(lines) }
}

export type Decided = {
  readonly id: ApplicationId
  readonly givenName: string
  readonly familyName: string
  readonly state: ApplicationState
}

/** `preview_outdated`: what was seen is not what would be done now, such as a place that went to someone else. */
export type DecideProblem = DecisionProblem | { readonly code: 'preview_outdated' | 'nobody_chosen' }

/**
 * Decides one application or several, all or none. Letters wait `undoMinutes`, during which the decision can be undone.
 * Places are held first: of twenty decisions at once for the last place, one gives it and the others put their person on the waiting list.
 * @param seen digest of the preview someone agreed to; null to take whatever comes, which the answer tells
 * @refuses preview_outdated, nobody_chosen, reason_missing, not_yours, over, waits_its_turn, and by the database
 *   a_name_is_listed_once_per_sub_delegation, a_person_travels_once_per_mission, a_sub_delegation_keeps_to_its_quota
 */
export async function decideApplications(
  ctx: Ctx,
  missionId: string,
  request: DecisionRequest,
  seen: string | null,
): Promise<Outcome<Decided[], DecideProblem>> {
  const mission = await openApplications(ctx, missionId)
  if (request.decision !== 'approve' && request.reason.trim() === '') return refused({ code: 'reason_missing' })
  const ids = request.ids.slice(0, mostAtOnce)
  const readable = await sql.listApplications(ctx.tx, mission.id, { ids, limit: mostAtOnce })
  await holdPlaces(
    ctx.tx,
    mission.id,
    readable.map(({ organisationId }) => organisationId),
  )
  const applications = await sql.lockApplications(ctx.tx, mission.id, ids)
  if (applications.length === 0) return refused({ code: 'nobody_chosen' })
  const lines: PreviewLine[] = []
  for (const { application, step } of await plan(ctx, mission, applications, request)) {
    if (!step.ok) return step
    lines.push(lineOf(ctx, mission, application, step.value, request))
  }
  if (seen !== null && seen !== digestOf(lines)) return refused({ code: 'preview_outdated' })
  await ctx.journal.event('application.decided')
  for (const { application, step } of lines) await move(ctx, application, step.state, request.reason.trim())
  await addLetters(
    ctx.tx,
    lines.map(({ application, step, words }) => ({
      applicationId: application.id,
      missionId: mission.id,
      senderId: application.organisationId,
      kind: step.letter,
      language: application.language,
      words,
      formerState: application.state,
      formerWaitingSince: application.waitingSince,
      writtenAt: ctx.now,
      leavesAt: addMinutes(ctx.now, undoMinutes),
    })),
  )
  await ctx.jobs.enqueue('registration.send-letters', {}, { runAt: addMinutes(ctx.now, undoMinutes) })
  return ok(lines.map(({ application: { id, givenName, familyName }, step }) => ({ id, givenName, familyName, state: step.state })))
}

async function openApplications(ctx: Ctx, missionId: string): Promise<Mission> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayHandleApplications(ctx.actor, mission.partners))
  return mission
}

async function plan(
  ctx: Ctx,
  mission: Mission,
  applications: readonly Application[],
  { decision }: DecisionRequest,
): Promise<Planned<Application>[]> {
  const places = decision === 'approve' ? await listPlaces(ctx.tx, mission.id) : []
  const open = new Map(places.map((each) => [each.organisationId as string, openPlaces(each)]))
  return planDecisions(applications, decision, (application) => handIn(ctx.actor, mission.partners, application), open)
}

function lineOf(ctx: Ctx, mission: Mission, application: Application, step: Step, { decision, reason }: DecisionRequest): PreviewLine {
  const words = wordsOf(step.letter, { ...application, title: mission.title }, decision === 'approve' ? '' : reason.trim())
  const { text, subject } = composeLetter(words, application.language, ctx.services.publicUrl, hiddenSecret)
  return { application, step, words, letter: text, subject }
}

function digestOf(lines: readonly PreviewLine[]): string {
  return seenDigest(lines.map(({ application, step, words }) => ({ applicationId: application.id, kind: step.letter, words })))
}

/** Each step is written as whoever may take it: one yes for two goes through both. */
async function move(ctx: Ctx, { id, state: former }: Application, state: ApplicationState, reason: string): Promise<void> {
  const by = { changedAt: ctx.now, decidedName: ctx.actor.name }
  if (former === 'received' && (state === 'approved' || state === 'waiting'))
    await sql.moveApplication(ctx.tx, id, { ...by, state: 'endorsed', endorsedAt: ctx.now, reason: null })
  switch (state) {
    case 'approved':
      return sql.givePlace(ctx.tx, id, ctx.actor.name, ctx.now)
    case 'waiting':
      return sql.moveApplication(ctx.tx, id, { ...by, state, waitingSince: ctx.now, reason: null })
    case 'endorsed':
      return sql.moveApplication(ctx.tx, id, { ...by, state, endorsedAt: ctx.now, reason: null })
    default:
      return sql.moveApplication(ctx.tx, id, { ...by, state, reason, waitingSince: null })
  }
}
