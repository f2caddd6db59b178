import type { OrganisationId } from '#platform/actor.ts'
import type { Circle, Slot } from './event.ts'
import { type MeetingState, type OutcomeState, type NextStep, meetingState } from './outcome.ts'
import type { Participant } from './participant.ts'
import type { HeldMeeting } from './run.ts'
import type { Wish } from './wish.ts'

export type Told = {
  readonly meetingId: string
  readonly participantId: string
  readonly state: OutcomeState
  readonly nextStep: NextStep
}

export type StatisticsInput = {
  readonly participants: readonly Pick<Participant, 'id' | 'name' | 'circleId' | 'organisationId' | 'organisationName' | 'target'>[]
  readonly circles: readonly Pick<Circle, 'id' | 'name'>[]
  readonly slots: readonly Pick<Slot, 'id' | 'stretch'>[]
  readonly meetings: readonly Pick<HeldMeeting, 'id' | 'oneId' | 'otherId' | 'slotId'>[]
  readonly outcomes: readonly Told[]
  readonly wishes: readonly Pick<Wish, 'participantId' | 'aboutId' | 'degree' | 'state'>[]
}

/** One company. `gaps`: slots without a meeting between two of its meetings of one stretch. */
export type CompanyLine = {
  readonly id: string
  readonly name: string
  readonly circleId: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly target: number
  readonly meetings: number
  readonly held: number
  /** Meetings to which it did not come, as the sides agree. */
  readonly missed: number
  readonly gaps: number
}

/** How evenly meetings are shared among some companies; `fewest` and `most` are of one company. */
export type Share = {
  readonly companies: number
  readonly meetings: number
  readonly fewest: number
  readonly most: number
  readonly belowTarget: number
  readonly missed: number
  readonly gaps: number
}

export type EventStatistics = {
  readonly requests: Readonly<Record<'accepted' | 'declined' | 'expired' | 'open', number>>
  /** Wishes that somebody holds, and how many of them the plan holds. */
  readonly wishes: { readonly must: number; readonly mustHeld: number; readonly like: number; readonly likeHeld: number }
  readonly meetings: number
  readonly states: Readonly<Record<MeetingState | 'unknown', number>>
  /** Meetings after which at least one side plans this. */
  readonly nextSteps: Readonly<Record<NextStep, number>>
  readonly companies: readonly CompanyLine[]
  readonly share: Share
  readonly byCircle: readonly (Share & { readonly id: string })[]
  readonly byKeeper: readonly (Share & { readonly id: string; readonly name: string })[]
  /** How many companies have that many meetings, from the fewest to the most. */
  readonly distribution: readonly { readonly meetings: number; readonly companies: number }[]
}

/** What an event amounts to, recounted from its rows. */
export function statisticsOf(input: StatisticsInput): EventStatistics {
  const states = statesOf(input)
  const companies = companiesOf(input, states)
  const { outcomes, wishes } = input
  const count = (test: (state: MeetingState | 'unknown') => boolean) => [...states.values()].filter(test).length
  const asked = wishes.filter(({ degree, state }) => degree !== 'no' && state !== 'noted' && state !== 'withdrawn')
  const answeredAs = (state: Wish['state']) => asked.filter((wish) => wish.state === state).length
  const pairs = new Set(input.meetings.flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]))
  const wished = (degree: Wish['degree']) => wishes.filter((wish) => wish.degree === degree && wish.state !== 'withdrawn')
  const isHeld = ({ participantId, aboutId }: (typeof wishes)[number]) => pairs.has(`${participantId} ${aboutId}`)
  const planning = (step: NextStep) => new Set(outcomes.filter(({ nextStep }) => nextStep === step).map(({ meetingId }) => meetingId)).size
  const share = shareOf(companies)
  return {
    requests: {
      accepted: answeredAs('accepted'),
      declined: answeredAs('declined'),
      expired: answeredAs('expired'),
      open: answeredAs('open'),
    },
    wishes: {
      must: wished('must').length,
      mustHeld: wished('must').filter(isHeld).length,
      like: wished('like').length,
      likeHeld: wished('like').filter(isHeld).length,
    },
    meetings: input.meetings.length,
    states: {
      held: count((state) => state === 'held'),
      one_missed: count((state) => state === 'one_missed'),
      other_missed: count((state) => state === 'other_missed'),
      both_missed: count((state) => state === 'both_missed'),
      disputed: count((state) => state === 'disputed'),
      unknown: count((state) => state === 'unknown'),
    },
    nextSteps: {
      none: planning('none'),
      documents: planning('documents'),
      second_meeting: planning('second_meeting'),
      visit: planning('visit'),
      quote: planning('quote'),
      other: planning('other'),
    },
    companies,
    share,
    byCircle: input.circles.map(({ id }) => ({ id, ...shareOf(companies.filter(({ circleId }) => circleId === id)) })),
    byKeeper: [...Map.groupBy(companies, ({ organisationId }) => organisationId)].map(([id, own]) => ({
      id,
      name: own[0]?.organisationName ?? '',
      ...shareOf(own),
    })),
    distribution: Array.from({ length: share.most - share.fewest + 1 }, (_, beyond) => ({
      meetings: share.fewest + beyond,
      companies: companies.filter(({ meetings }) => meetings === share.fewest + beyond).length,
    })),
  }
}

function statesOf({ meetings, outcomes }: StatisticsInput): Map<string, MeetingState | 'unknown'> {
  const said = new Map(outcomes.map(({ meetingId, participantId, state }) => [`${meetingId} ${participantId}`, state]))
  const of = (meetingId: string, participantId: string) => said.get(`${meetingId} ${participantId}`) ?? null
  return new Map(meetings.map(({ id, oneId, otherId }) => [id, meetingState(of(id, oneId), of(id, otherId)) ?? 'unknown']))
}

function companiesOf(
  { participants, meetings, slots }: StatisticsInput,
  states: ReadonlyMap<string, MeetingState | 'unknown'>,
): CompanyLine[] {
  const rank = new Map(slots.map(({ id, stretch }, index) => [id, { stretch, index }]))
  const own = new Map<string, StatisticsInput['meetings'][number][]>(participants.map(({ id }) => [id, []]))
  for (const meeting of meetings) for (const id of [meeting.oneId, meeting.otherId]) own.get(id)?.push(meeting)
  return participants.map((participant) => {
    const mine = own.get(participant.id) ?? []
    const missed = mine.filter(({ id, oneId }) => {
      const state = states.get(id)
      return state === 'both_missed' || state === (oneId === participant.id ? 'one_missed' : 'other_missed')
    })
    return {
      ...participant,
      meetings: mine.length,
      held: mine.filter(({ id }) => states.get(id) === 'held').length,
      missed: missed.length,
      gaps: gapsOf(mine.flatMap(({ slotId }) => rank.get(slotId) ?? [])),
    }
  })
}

function gapsOf(places: readonly { readonly stretch: number; readonly index: number }[]): number {
  return [...Map.groupBy(places, ({ stretch }) => stretch).values()].reduce((sum, ofStretch) => {
    const indexes = [...new Set(ofStretch.map(({ index }) => index))].toSorted((a, b) => a - b)
    return sum + (indexes.at(-1) ?? 0) - (indexes[0] ?? 0) + 1 - indexes.length
  }, 0)
}

function shareOf(companies: readonly CompanyLine[]): Share {
  const counts = companies.map(({ meetings }) => meetings)
  const sum = (figure: (company: CompanyLine) => number) => companies.reduce((total, company) => total + figure(company), 0)
  return {
    companies: companies.length,
    meetings: sum(({ meetings }) => meetings),
    fewest: counts.reduce((least, each) => Math.min(least, each), counts[0] ?? 0),
    most: counts.reduce((top, each) => Math.max(top, each), 0),
    belowTarget: companies.filter(({ meetings, target }) => meetings < target).length,
    missed: sum(({ missed }) => missed),
    gaps: sum(({ gaps }) => gaps),
  }
}
