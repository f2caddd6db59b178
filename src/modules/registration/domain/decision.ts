import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Application, ApplicationState } from './application.ts'
import type { LetterKind } from './letter.ts'

export const decisions = ['approve', 'incomplete', 'refuse'] as const
export type Decision = (typeof decisions)[number]

/** What the acting organisation is for an application: it sends the person, it organises the mission, or both. */
export type Hand = { readonly isSender: boolean; readonly isOrganiser: boolean }

/** `not_yours`: someone else's turn. `over`: decided, or withdrawn. `reason_missing`: a no says why. */
export type DecisionProblem = { readonly code: 'not_yours' | 'over' | 'waits_its_turn' | 'reason_missing' }

export type Step = { readonly state: ApplicationState; readonly letter: LetterKind }

/**
 * Where a decision leads. One yes is enough where the sending organisation is among those who organise.
 * @param hasPlace whether a place is free for someone new
 * @refuses not_yours, over, waits_its_turn
 */
export function decideStep(
  { state }: Pick<Application, 'state'>,
  decision: Decision,
  { isSender, isOrganiser }: Hand,
  hasPlace: boolean,
): Outcome<Step, DecisionProblem> {
  const isOurs = state === 'endorsed' || state === 'waiting' ? isOrganiser : isSender
  if (!['received', 'incomplete', 'endorsed', 'waiting'].includes(state)) return refused({ code: isOurs ? 'over' : 'not_yours' })
  if (!isOurs) return refused({ code: 'not_yours' })
  switch (decision) {
    case 'refuse':
      return ok({ state: 'refused', letter: 'refused' })
    case 'incomplete':
      return state === 'received' ? ok({ state: 'incomplete', letter: 'incomplete' }) : refused({ code: 'over' })
    case 'approve':
      if (state === 'incomplete') return refused({ code: 'over' })
      if (state === 'waiting') return refused({ code: 'waits_its_turn' })
      if (state === 'received' && !isOrganiser) return ok({ state: 'endorsed', letter: 'endorsed' })
      return hasPlace ? ok({ state: 'approved', letter: 'approved' }) : ok({ state: 'waiting', letter: 'waiting' })
  }
}

/** Which decisions someone may take now; none when it is not their turn. */
export function openDecisions(application: Pick<Application, 'state'>, hand: Hand): Decision[] {
  return decisions.filter((decision) => decideStep(application, decision, hand, true).ok)
}

export type Planned<Subject> = { readonly application: Subject; readonly step: Outcome<Step, DecisionProblem> }

type Subject = Pick<Application, 'id' | 'state' | 'organisationId' | 'endorsedAt' | 'submittedAt'>

/**
 * Several decisions at once: places go to whoever was endorsed first, else sent first, until none is left.
 * @param openPlaces per sending organisation, see `openPlaces`
 */
export function planDecisions<Each extends Subject>(
  applications: readonly Each[],
  decision: Decision,
  handOf: (application: Each) => Hand,
  openPlaces: ReadonlyMap<string, number>,
): Planned<Each>[] {
  const left = new Map(openPlaces)
  return inOrder(applications).map((application) => {
    const free = left.get(application.organisationId) ?? Number.POSITIVE_INFINITY
    const step = decideStep(application, decision, handOf(application), free > 0)
    if (step.ok && step.value.state === 'approved') left.set(application.organisationId, free - 1)
    return { application, step }
  })
}

function inOrder<Each extends Subject>(applications: readonly Each[]): Each[] {
  const since = ({ endorsedAt, submittedAt }: Each) => endorsedAt ?? submittedAt ?? ''
  return applications.toSorted((a, b) => since(a).localeCompare(since(b)) || a.id.localeCompare(b.id))
}
