import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type MemberFacts, asksFirst } from '#modules/delegations/index.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { Application, ApplicationId, ApplicationState, Words } from '../domain/application.ts'
import { type LetterKind, type LetterWords, undoMinutes } from '../domain/letter.ts'
import { handIn, mayHandleApplications } from '../domain/rights.ts'
import { pageSecret, secretDigest } from '../domain/secret.ts'
import { type SubstitutionProblem, type Successor, decideNamed, successorStates } from '../domain/substitution.ts'
import { holdPlaces } from '../sql.ts'
import * as sql from '../sql/applications.ts'
import { addLetters } from '../sql/letters.ts'
import { askSubstitution } from '../sql/changes.ts'
import { listSuccessors, substitutePlace } from '../sql/substitutions.ts'
import { composeLetter, hiddenSecret, seenDigest, wordsOf } from './write-letter.ts'

export type SubstitutionRequest = {
  readonly successor: Successor
  /** Why, for whoever loses the place to read. */
  readonly reason: string
}

export type SubstitutionLetter = {
  readonly name: string
  readonly language: Words['language']
  readonly subject: string
  readonly text: string
}

/** Both letters as they will leave, but for the secrets; `seen` is sent back with the decision. */
export type SubstitutionPreview = { readonly letters: readonly SubstitutionLetter[]; readonly seen: string }

/** Whose place it is, and which applicants of the same sender may take it. For officers of the sending organisation. */
export async function readSubstitution(
  ctx: Ctx,
  missionId: string,
  formerId: string,
): Promise<{ readonly former: Application; readonly candidates: readonly Application[] }> {
  const { former } = await openPlace(ctx, missionId, formerId)
  return { former, candidates: await listSuccessors(ctx.tx, former) }
}

/** The letters a substitution would send. Nothing is written. @refuses reason_missing, nobody_chosen, over, and field by field as `apply` */
export async function previewSubstitution(
  ctx: Ctx,
  missionId: string,
  formerId: string,
  request: SubstitutionRequest,
): Promise<Outcome<SubstitutionPreview, SubstitutionProblem>> {
  const { mission, former } = await openPlace(ctx, missionId, formerId)
  const planned = await plan(ctx, mission, former, request)
  if (!planned.ok) return planned
  const { lines, seen } = planned.value
  const letters = lines.map(({ person, words }) => {
    const { text, subject } = composeLetter(words, person.language, ctx.services.publicUrl, hiddenSecret)
    return { name: `${person.givenName} ${person.familyName}`, language: person.language, subject, text }
  })
  return ok({ letters, seen })
}

/**
 * Gives the place of someone to another person of the same sender, in one go: the number of places taken never changes. Both are told
 * `undoMinutes` later, and until then it can be undone. Once the delegation is frozen, it is asked of those who organise, and done when they accept.
 * @param seen digest of the preview someone agreed to; null to take whatever comes
 * @refuses reason_missing, nobody_chosen, over, preview_outdated, field by field as `apply`, and by the database a_place_goes_to_someone_else,
 *   a_name_is_listed_once_per_sub_delegation, a_person_travels_once_per_mission, the_head_of_a_mission_travels_with_it
 */
export async function substitute(
  ctx: Ctx,
  missionId: string,
  formerId: string,
  request: SubstitutionRequest,
  seen: string | null,
): Promise<Outcome<{ readonly successorId: ApplicationId; readonly isAsked: boolean }, SubstitutionProblem>> {
  const { mission, former } = await openPlace(ctx, missionId, formerId)
  await holdPlaces(ctx.tx, mission.id, [former.organisationId])
  const planned = await plan(ctx, mission, former, request)
  if (!planned.ok) return planned
  const { lines, successor, seen: now } = planned.value
  if (seen !== null && seen !== now) return refused({ code: 'preview_outdated' })
  const named = 'id' in successor ? null : successor
  const successorId = 'id' in successor ? successor.id : (crypto.randomUUID() as ApplicationId)
  const substitution = {
    formerId: former.id,
    successorId,
    named: named && { words: named, secretDigest: secretDigest(pageSecret(ctx.services.secret, successorId)) },
    reason: request.reason.trim(),
  }
  if (await asksFirst(ctx, mission)) {
    await ctx.journal.event('change.asked')
    const letters = lines.map(({ person, ...letter }) => ({ ...letter, language: person.language }))
    const isAsked = await askSubstitution(ctx.tx, substitution, letters, factsOfSuccessor(successor), ctx.now)
    return isAsked ? ok({ successorId, isAsked }) : refused({ code: 'over' })
  }
  await ctx.journal.event('application.substituted')
  const isDone = await substitutePlace(ctx.tx, substitution, ctx.now)
  if (!isDone) return refused({ code: 'over' })
  const leavesAt = addMinutes(ctx.now, undoMinutes)
  await addLetters(
    ctx.tx,
    lines.map(({ kind, person, words, formerState, formerWaitingSince }) => ({
      applicationId: kind === 'replaced' ? former.id : successorId,
      missionId: mission.id,
      senderId: former.organisationId,
      kind,
      language: person.language,
      words,
      formerState,
      formerWaitingSince,
      writtenAt: ctx.now,
      leavesAt,
    })),
  )
  await ctx.jobs.enqueue('registration.send-letters', {}, { runAt: leavesAt })
  return ok({ successorId, isAsked: false })
}

/** What the list of those who travel would say of whoever takes the place. */
function factsOfSuccessor({ givenName, familyName, category, capacity, represents, language }: Application | Words): MemberFacts {
  return {
    givenName,
    familyName,
    category: category ?? 'guest',
    capacity: capacity.trim() === '' ? {} : { [language]: capacity },
    represents: represents || null,
  }
}

async function openPlace(ctx: Ctx, missionId: string, formerId: string): Promise<{ mission: Mission; former: Application }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayHandleApplications(ctx.actor, mission.partners))
  const former = found(await sql.loadApplication(ctx.tx, mission.id, formerId))
  allow(handIn(ctx.actor, mission.partners, former).isSender)
  return { mission, former }
}

type Line = {
  readonly kind: LetterKind
  readonly person: Pick<Words, 'givenName' | 'familyName' | 'language'>
  readonly words: LetterWords
  readonly formerState: ApplicationState
  readonly formerWaitingSince: Application['waitingSince']
}
type Plan = { readonly lines: readonly Line[]; readonly successor: Application | Words; readonly seen: string }

async function plan(
  ctx: Ctx,
  mission: Mission,
  former: Application,
  { successor, reason }: SubstitutionRequest,
): Promise<Outcome<Plan, SubstitutionProblem>> {
  if (former.state !== 'approved') return refused({ code: 'over' })
  const taker = await takerOf(ctx, former, successor)
  if (!taker.ok) return taker
  if (reason.trim() === '') return refused({ code: 'reason_missing' })
  const of = { organisationName: former.organisationName, title: mission.title }
  const person = taker.value
  const was = 'id' in person ? person : { state: 'received' as const, waitingSince: null }
  const lines: Line[] = [
    {
      kind: 'replaced',
      person: former,
      words: wordsOf('replaced', { ...former, ...of }, reason.trim()),
      formerState: 'approved',
      formerWaitingSince: null,
    },
    {
      kind: 'substituted',
      person,
      words: wordsOf('substituted', { ...person, ...of }, ''),
      formerState: was.state,
      formerWaitingSince: was.waitingSince,
    },
  ]
  const taking = 'id' in person ? person.id : JSON.stringify(person)
  const seen = seenDigest(lines.map(({ kind, words }) => ({ applicationId: kind === 'replaced' ? former.id : taking, kind, words })))
  return ok({ lines, successor: person, seen })
}

async function takerOf(ctx: Ctx, former: Application, successor: Successor): Promise<Outcome<Application | Words, SubstitutionProblem>> {
  if (successor.kind === 'named') return decideNamed(successor.words)
  const [application] = await sql.lockApplications(ctx.tx, former.missionId, [successor.id])
  if (!application || application.id === former.id || application.organisationId !== former.organisationId)
    return refused({ code: 'nobody_chosen' })
  return successorStates.some((state) => state === application.state) ? ok(application) : refused({ code: 'over' })
}
