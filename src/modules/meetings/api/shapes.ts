import { z } from '@hono/zod-openapi'
import { idParam, idShape, instantShape, localDateShape, localizedShape, moneyShape } from '#platform/openapi.ts'
import { presets } from '../domain/event.ts'
import { nextSteps, outcomeStates } from '../domain/outcome.ts'
import { runStates } from '../domain/run.ts'
import { stages, valueQualifiers } from '../domain/survey.ts'

export const tag = 'meetings'
export const missionParams = z.object({ missionId: idParam<'mission'>() })
export const eventParams = missionParams.extend({ eventId: idParam<'meetingEvent'>() })
export const runParams = eventParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) })
export const meetingParams = eventParams.extend({ meetingId: idParam<'meeting'>() })

const count = z.int().min(0)

export const eventShape = z
  .object({
    id: idShape<'meetingEvent'>(),
    title: localizedShape,
    preset: z.enum(presets),
    timeZone: z.string().openapi({ example: 'America/New_York' }),
    opensAt: instantShape.openapi({ description: 'Wishes are written from then on.' }),
    closesAt: instantShape,
    participants: count,
    meetings: count.openapi({ description: 'Of the plan in force, as far as one reads them.' }),
  })
  .openapi('MeetingEvent')

export const participantShape = z
  .object({
    id: idShape<'meetingParticipant'>(),
    name: z.string(),
    circleId: z.string(),
    broughtBy: z.string().openapi({ description: 'The organisation that brings it.' }),
    city: z.string(),
    country: z.string().nullable(),
    sectors: z.array(z.string()),
    offers: z.array(z.string()),
    needs: z.array(z.string()),
    languages: z.array(z.string()).openapi({ description: 'ISO 639-1' }),
    target: count,
  })
  .openapi('MeetingParticipant')

export const meetingShape = z
  .object({
    id: idShape<'meeting'>(),
    oneId: idShape<'meetingParticipant'>().openapi({ description: 'Who asked.' }),
    otherId: idShape<'meetingParticipant'>(),
    one: z.string(),
    other: z.string(),
    startsAt: instantShape,
    endsAt: instantShape,
    spot: z.string(),
    isLocked: z.boolean(),
    people: z.array(z.string()),
  })
  .openapi('Meeting')

export const runShape = z
  .object({
    number: z.int(),
    state: z.enum(runStates),
    seed: z.int(),
    rounds: z.int(),
    roundsDone: z.int(),
    movesAllowed: z.int().nullable(),
    wished: count.openapi({ description: 'Pairs that wish to meet.' }),
    held: count.nullable().openapi({ description: 'Of those, how many the plan holds; null until it is done.' }),
    isOptimal: z.boolean().nullable(),
    digest: z.string().openapi({ description: 'SHA-256 of the snapshot it worked on. Same snapshot, seed and rounds: same plan.' }),
    askedAt: instantShape,
    finishedAt: instantShape.nullable(),
    appliedAt: instantShape.nullable(),
  })
  .openapi('MeetingRun')

export const newRun = z
  .object({
    seed: z.int().min(0).max(1_000_000_000).default(1),
    rounds: z.int().min(1).max(1000).default(60),
    movesAllowed: z.int().min(0).max(10_000).nullable().default(null).openapi({ description: 'Null to plan afresh.' }),
  })
  .openapi('NewMeetingRun')

export const outcomeBody = z
  .object({
    participantId: idShape<'meetingParticipant'>().openapi({ description: 'The side that tells.' }),
    version: z.int().min(0).default(0).openapi({ description: 'Of what is told already; 0 for the first time.' }),
    state: z.enum(outcomeStates),
    nextStep: z.enum(nextSteps).default('none'),
    nextStepOn: localDateShape.nullable().default(null),
    nextStepWords: z.string().max(300, 'too_long').default(''),
  })
  .openapi('NewMeetingOutcome')

export const outcomeShape = z
  .object({
    meetingId: idShape<'meeting'>(),
    participantId: idShape<'meetingParticipant'>(),
    state: z.enum(outcomeStates),
    nextStep: z.enum(nextSteps),
    nextStepOn: localDateShape.nullable(),
    nextStepWords: z.string(),
    saidAt: instantShape,
    saidName: z.string(),
    version: z.int(),
  })
  .openapi('MeetingOutcome')

const share = z.object({ companies: count, meetings: count, fewest: count, most: count, belowTarget: count, missed: count, gaps: count })

export const statisticsShape = z
  .object({
    meetings: count,
    requests: z.object({ accepted: count, declined: count, expired: count, open: count }),
    wishes: z.object({ must: count, mustHeld: count, like: count, likeHeld: count }),
    states: z
      .object({ held: count, one_missed: count, other_missed: count, both_missed: count, disputed: count, unknown: count })
      .openapi({ description: 'By what both sides say; `one` asked. They add up to `meetings`.' }),
    secondMeetings: count.openapi({ description: 'Meetings after which at least one side plans another.' }),
    share,
    byPartner: z.array(share.extend({ organisationId: z.string(), name: z.string() })),
    surveys: z
      .array(
        z.object({
          stage: z.enum(stages),
          asked: count,
          answered: count,
          quotes: count,
          contracts: count,
          newContracts: z.int(),
          jobs: count,
          values: z.array(z.object({ amount: moneyShape, qualifier: z.enum(valueQualifiers) })),
        }),
      )
      .openapi({ description: 'Figures are since the meetings, each company once, by the latest it said at this stage or before.' }),
    asOf: localDateShape.nullable().openapi({ description: 'The day of the last answer.' }),
  })
  .openapi('MeetingStatistics')
