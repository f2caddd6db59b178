import type pg from 'pg'
import * as seed from '#db/seed/miami-sequels-2017.ts'
import {
  type EventId,
  type SurveyAnswer,
  type ToldOutcome,
  enterSurvey,
  listMeetings,
  listSurveys,
  planSurveys,
  sendSurveys,
  tellOutcomes,
} from '#modules/meetings/index.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { assert, ok, valueOf } from '#platform/pure/outcome.ts'
import type { House } from '../services.ts'
import type { As } from './people.ts'

/** What came of the meetings of Miami: each side tells, save of the second slot of a day; then companies are asked twice, and some answer. */
export async function loadMiamiSequels(
  house: House,
  asOn: (now: Instant) => As,
  owner: pg.Client,
  missionId: MissionId,
  eventId: EventId,
): Promise<void> {
  await asOn(seed.toldOn as Instant)('lucie', async (ctx) => {
    const meetings = await listMeetings(ctx.tx, eventId)
    const days = Map.groupBy(meetings, ({ startsAt }) => startsAt.slice(0, 10))
    const untold = new Set([...days.values()].map((day) => [...new Set(day.map(({ startsAt }) => startsAt))][1]))
    const told = meetings.flatMap(({ id, oneId, otherId, startsAt }, rank): ToldOutcome[] => {
      if (untold.has(startsAt)) return []
      const draft = seed.outcomeOf(rank)
      const mine = { ...draft, meetingId: id, participantId: oneId, version: 0 }
      if (!seed.isSaidByHost(rank)) return [mine]
      return [mine, { ...mine, state: saidByHost(draft.state, rank), nextStep: 'none', nextStepWords: '', participantId: otherId }]
    })
    return tellOutcomes(ctx, missionId, eventId, told)
  })
  await asOn(seed.plannedOn as Instant)('lucie', (ctx) => planSurveys(ctx, missionId, eventId, ['week', 'months3']))
  for (const [index, { sentOn, notedOn }] of seed.stages.entries()) {
    // The letters are due to a worker; the demonstration sends them at once, with the worker's own hands. Nobody there has an address.
    await sendSurveys({ publicUrl: house.services.publicUrl, now: () => sentOn as Instant }, owner)
    await noteAnswers(asOn(notedOn as Instant), missionId, eventId, index === 0 ? 'week' : 'months3')
  }
}

function saidByHost(state: ToldOutcome['state'], rank: number): ToldOutcome['state'] {
  if (seed.isDisputed(rank)) return state === 'held' ? 'they_missed' : 'held'
  return state === 'held' ? 'held' : state === 'they_missed' ? 'we_missed' : 'they_missed'
}

async function noteAnswers(as: As, missionId: MissionId, eventId: EventId, stage: 'week' | 'months3'): Promise<void> {
  const answerOf: (rank: number) => SurveyAnswer | null = stage === 'week' ? seed.firstAnswer : seed.secondAnswer
  await as('lucie', async (ctx) => {
    const surveys = (await listSurveys(ctx.tx, eventId)).filter((survey) => survey.stage === stage)
    assert(surveys.length > 0, 'the letters of the stage left on their day')
    for (const [rank, { id, version }] of surveys.entries()) {
      const answer = answerOf(rank)
      if (answer) valueOf(await enterSurvey(ctx, missionId, eventId, id, { ...answer, version }))
    }
    return ok(null)
  })
}
