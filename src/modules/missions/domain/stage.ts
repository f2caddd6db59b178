import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MissionLine, MissionState } from './mission.ts'

/** The ports of call of every mission, in order. */
export const stages = ['idea', 'preparation', 'mandated', 'confirmed', 'on_the_road', 'returned', 'accounts_closed', 'ratified'] as const
export type Stage = (typeof stages)[number]

export type StageState = 'done' | 'current' | 'next' | 'missed' | 'cancelled'

/** Why the next stage is not reached, and which partner's hand can lift it. */
export type BlockerCode =
  | 'no_leg'
  | 'no_objective'
  | 'no_member'
  | 'no_head'
  | 'mandate_to_vote'
  | 'not_confirmed'
  | 'no_expense'
  | 'accounts_open'
  | 'act_to_build'
  | 'act_to_vote'

export type StageFacts = {
  readonly state: MissionState
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly today: LocalDate
  readonly objectiveCount: number
  /** Of the acting partner: its own delegation, mandate, accounts and vote. Another partner may stand elsewhere. */
  readonly own: {
    readonly memberCount: number
    readonly electedCount: number
    readonly hasHead: boolean
    readonly mandateDecidedOn: LocalDate | null
    readonly expenseCount: number
    readonly accountsClosedOn: LocalDate | null
    readonly hasAct: boolean
    readonly ratifiedOn: LocalDate | null
  }
}

export type Journey = {
  readonly current: Stage | 'cancelled'
  readonly steps: readonly { readonly stage: Stage; readonly state: StageState }[]
  readonly blockers: readonly BlockerCode[]
}

/**
 * Where a mission stands for one partner. Nobody clicks "on the road": it follows from the dates of the legs.
 * A mandate that was not voted before departure stays marked as missed for ever: the law wants it prior (CGCT L3123-19).
 */
export function decideJourney(facts: StageFacts): Journey {
  const reached = reachedStages(facts)
  const last = stages.findLast((stage) => reached.has(stage)) ?? 'idea'
  const isCancelled = facts.state === 'cancelled'
  return {
    current: isCancelled ? 'cancelled' : last,
    steps: stages.map((stage) => ({ stage, state: stateOf(stage, last, reached, isCancelled) })),
    blockers: isCancelled ? [] : blockersAfter(last, facts),
  }
}

/** The last port of all is arrived at: nothing is under way there any more. */
function stateOf(stage: Stage, last: Stage, reached: ReadonlySet<Stage>, isCancelled: boolean): StageState {
  const ahead = stages.indexOf(stage) - stages.indexOf(last)
  if (isCancelled && ahead >= 0) return 'cancelled'
  if (ahead > 0) return 'next'
  if (ahead === 0) return stage === 'ratified' ? 'done' : 'current'
  return reached.has(stage) ? 'done' : 'missed'
}

function reachedStages({ state, startsOn, endsOn, today, own }: StageFacts): ReadonlySet<Stage> {
  const reached = new Set<Stage>(['idea'])
  if (state !== 'idea') reached.add('preparation')
  const isMandated = own.mandateDecidedOn !== null && (startsOn === null || own.mandateDecidedOn <= startsOn)
  const needsNoMandate = own.electedCount === 0 && own.memberCount > 0
  if (isMandated || (needsNoMandate && state === 'confirmed')) reached.add('mandated')
  if (state === 'confirmed') {
    reached.add('confirmed')
    if (startsOn !== null && startsOn <= today) reached.add('on_the_road')
    if (endsOn !== null && endsOn < today) reached.add('returned')
  }
  if (own.accountsClosedOn !== null) reached.add('accounts_closed')
  if (own.ratifiedOn !== null) reached.add('ratified')
  return reached
}

function blockersAfter(stage: Stage, { startsOn, objectiveCount, own }: StageFacts): BlockerCode[] {
  const list = (...conditions: ReadonlyArray<readonly [boolean, BlockerCode]>) =>
    conditions.filter(([holds]) => holds).map(([, code]) => code)
  switch (stage) {
    case 'idea':
      return list([startsOn === null, 'no_leg'], [objectiveCount === 0, 'no_objective'])
    case 'preparation':
      return list(
        [startsOn === null, 'no_leg'],
        [own.memberCount === 0, 'no_member'],
        [own.memberCount > 0 && !own.hasHead, 'no_head'],
        [own.electedCount > 0 && own.mandateDecidedOn === null, 'mandate_to_vote'],
      )
    case 'mandated':
      return ['not_confirmed']
    case 'confirmed':
      return list([own.memberCount === 0, 'no_member'], [own.electedCount > 0 && own.mandateDecidedOn === null, 'mandate_to_vote'])
    case 'on_the_road':
      return []
    case 'returned':
      return own.expenseCount === 0 ? ['no_expense'] : ['accounts_open']
    case 'accounts_closed':
      return own.hasAct ? ['act_to_vote'] : ['act_to_build']
    case 'ratified':
      return []
  }
}

/** The stage a line of a list can show without looking into delegation, ledger and acts. */
export function stageOfLine(
  line: Pick<MissionLine, 'state' | 'startsOn' | 'endsOn' | 'accountsClosedOn' | 'ratifiedOn'>,
  today: LocalDate,
): Stage | 'cancelled' {
  if (line.state === 'cancelled') return 'cancelled'
  if (line.ratifiedOn) return 'ratified'
  if (line.accountsClosedOn) return 'accounts_closed'
  if (line.state !== 'confirmed') return line.state
  if (line.endsOn && line.endsOn < today) return 'returned'
  return line.startsOn && line.startsOn <= today ? 'on_the_road' : 'confirmed'
}
