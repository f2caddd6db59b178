import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MissionKind, MissionLine, MissionState } from './mission.ts'

/** The ports of call of every mission, in order. */
export const stages = ['idea', 'preparation', 'mandated', 'confirmed', 'on_the_road', 'returned', 'accounts_closed', 'ratified'] as const
export type Stage = (typeof stages)[number]

export type StageState = 'done' | 'current' | 'next' | 'missed' | 'cancelled'

/** Why the next stage is not reached, and which partner's hand can lift it. */
export type BlockerCode =
  | 'not_prepared'
  | 'no_leg'
  | 'no_objective'
  | 'no_member'
  | 'no_head'
  | 'mandate_to_vote'
  | 'not_confirmed'
  | 'people_not_ready'
  | 'departed_unconfirmed'
  | 'no_expense'
  | 'accounts_open'
  | 'act_to_build'
  | 'act_to_vote'

export type StageFacts = {
  readonly kind: MissionKind
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
    /** People who still lack something before they leave, the mandate apart. */
    readonly waitingCount: number
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
  /** Nobody elected travels for this partner: no mandate is asked for. */
  readonly needsNoMandate: boolean
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
    steps: stages.map((stage) => ({ stage, state: stateOf(stage, last, reached, isCancelled, facts) })),
    blockers: isCancelled ? [] : blockersAfter(last, facts),
    needsNoMandate: needsNoMandate(facts),
  }
}

/** The last port of all is arrived at: nothing is under way there any more. */
function stateOf(stage: Stage, last: Stage, reached: ReadonlySet<Stage>, isCancelled: boolean, facts: StageFacts): StageState {
  const ahead = stages.indexOf(stage) - stages.indexOf(last)
  if (isCancelled && ahead >= 0) return 'cancelled'
  if (ahead > 0) return 'next'
  if (ahead === 0) return stage === 'ratified' ? 'done' : 'current'
  if (reached.has(stage)) return 'done'
  // A mission may be confirmed first: until it leaves, its mandate can still be voted.
  return stage === 'mandated' && !hasDeparted(facts) ? 'next' : 'missed'
}

/** Nobody of ours leaves where one receives, or meets from afar: neither delegation nor mandate is waited for. */
export function isTravelled({ kind }: { readonly kind: MissionKind }): boolean {
  return kind === 'outgoing'
}

/** Known at once where nobody leaves; else once somebody travels, or once the time to name them has passed. */
function needsNoMandate(facts: StageFacts): boolean {
  if (!isTravelled(facts)) return true
  return facts.own.electedCount === 0 && (facts.own.memberCount > 0 || hasDeparted(facts))
}

/** A mandate voted on the day of departure is prior: the journey counts as begun the day after. */
function hasDeparted({ startsOn, today }: Pick<StageFacts, 'startsOn' | 'today'>): boolean {
  return startsOn !== null && startsOn < today
}

function reachedStages(facts: StageFacts): ReadonlySet<Stage> {
  const { state, startsOn, endsOn, today, own } = facts
  const reached = new Set<Stage>(['idea'])
  if (state !== 'idea') reached.add('preparation')
  const isMandated = own.mandateDecidedOn !== null && (startsOn === null || own.mandateDecidedOn <= startsOn)
  if (isMandated || (needsNoMandate(facts) && state === 'confirmed')) reached.add('mandated')
  if (state === 'confirmed') {
    reached.add('confirmed')
    if (startsOn !== null && startsOn <= today) reached.add('on_the_road')
    if (endsOn !== null && endsOn < today) reached.add('returned')
  }
  if (own.accountsClosedOn !== null) reached.add('accounts_closed')
  if (own.ratifiedOn !== null) reached.add('ratified')
  return reached
}

function blockersAfter(stage: Stage, facts: StageFacts): BlockerCode[] {
  const { startsOn, objectiveCount, own } = facts
  const list = (...conditions: ReadonlyArray<readonly [boolean, BlockerCode]>) =>
    conditions.filter(([holds]) => holds).map(([, code]) => code)
  const beforeDeparture = list(
    [startsOn === null, 'no_leg'],
    [isTravelled(facts) && own.memberCount === 0, 'no_member'],
    [isTravelled(facts) && own.memberCount > 0 && !own.hasHead, 'no_head'],
    [isTravelled(facts) && own.electedCount > 0 && own.mandateDecidedOn === null, 'mandate_to_vote'],
  )
  switch (stage) {
    case 'idea': {
      const blockers = list([startsOn === null, 'no_leg'], [objectiveCount === 0, 'no_objective'])
      return blockers.length > 0 ? blockers : ['not_prepared']
    }
    case 'preparation':
    case 'mandated':
      // What should have been done before departure can no longer be: what remains is to say whether it took place.
      if (hasDeparted(facts)) return ['departed_unconfirmed']
      return beforeDeparture.length > 0 ? beforeDeparture : ['not_confirmed']
    case 'confirmed':
      return [...beforeDeparture, ...list([own.waitingCount > 0, 'people_not_ready'])]
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
  line: Pick<MissionLine, 'state' | 'startsOn' | 'endsOn' | 'accountsClosedOn' | 'ratifiedOn' | 'mandateDecidedOn'>,
  today: LocalDate,
): Stage | 'cancelled' {
  if (line.state === 'cancelled') return 'cancelled'
  if (line.ratifiedOn) return 'ratified'
  if (line.accountsClosedOn) return 'accounts_closed'
  if (line.state === 'idea' || line.state === 'preparation') {
    const { mandateDecidedOn, startsOn } = line
    return mandateDecidedOn !== null && (startsOn === null || mandateDecidedOn <= startsOn) ? 'mandated' : line.state
  }
  if (line.endsOn && line.endsOn < today) return 'returned'
  return line.startsOn && line.startsOn <= today ? 'on_the_road' : 'confirmed'
}
