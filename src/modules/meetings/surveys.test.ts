import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { figuresByStage } from './domain/survey-figures.ts'
import type { SurveyAnswer } from './domain/survey.ts'
import { anEventInMiami, everybodyWishes } from './meetings.fixture.ts'
import { listSlots, listSpots } from './sql/setup.ts'
import { listSurveys } from './sql/surveys.ts'
import { answerWithLink, readSurvey, tapWithLink } from './usecases/answer-survey.ts'
import { enterSurvey, planSurveys, readSurveys, resendSurveys } from './usecases/ask-surveys.ts'
import { placeByHand } from './usecases/place-by-hand.ts'
import { readMissionFigures, readStatistics } from './usecases/read-statistics.ts'
import { sendSurveys, sendSurveysAgain } from './usecases/send-surveys.ts'
import { readQuestions, restoreQuestion, wordQuestion } from './usecases/word-questions.ts'

/** Maison is brought by the city and meets Hosts, brought by the lead; Seule meets nobody. The last day is 7 November 2017. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let owner: pg.Client
let maison = ''
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  const { lead, city, missionId, eventId, host } = world
  maison = await world.bring(city, 'Maison')
  await world.bring(lead, 'Seule')
  const hosts = await world.bring(lead, 'Hosts', { circleId: host, languages: ['en'] })
  await everybodyWishes(world, eventId, [maison], [hosts])
  const slotId = (await world.read(lead, (ctx) => listSlots(ctx.tx, eventId)))[0]?.id ?? ''
  const spotId = (await world.read(lead, (ctx) => listSpots(ctx.tx, eventId)))[0]?.id ?? ''
  valueOf(
    await world.as(lead, (ctx) => placeByHand(ctx, missionId, eventId, { one: maison, other: hosts }, { slotId, spotId }, null, 'silent')),
  )
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const at = (now: string) => ({ ...world.services, now: () => now as Instant })
const surveys = (who: Somebody = world.lead) => world.read(who, (ctx) => listSurveys(ctx.tx, world.eventId))
const ofMaison = async (stage = 'week') =>
  (await surveys()).find((survey) => survey.participantId === maison && survey.stage === stage) as Awaited<
    ReturnType<typeof surveys>
  >[number]
/** The letters that left since the last time, and the token of each. */
async function letters() {
  const { rows } = await owner.query<{
    recipient: string
    language: string
    organisation_id: string | null
    subject: string
    body_text: string
  }>('select recipient, language, organisation_id, subject, body_text from app.mail order by recipient, id')
  await owner.query('delete from app.mail')
  return rows.map((row) => ({ ...row, token: /\/enquete\/([\w-]+)/.exec(row.body_text)?.[1] ?? '' }))
}
const answer: SurveyAnswer = {
  followUp: 'yes',
  quotes: 2,
  contracts: null,
  jobs: null,
  valueCents: null,
  valueCurrency: null,
  valueQualifier: null,
  words: '',
}
let token = ''

describe('asking', () => {
  test('is for the organisers, and nothing leaves before nine on the clocks of Miami', async () => {
    const plan = (who: Somebody) => world.as(who, (ctx) => planSurveys(ctx, world.missionId, world.eventId, ['week', 'months3', 'months6']))
    await expect(plan(world.city)).rejects.toThrow('may not')
    valueOf(await plan(world.lead))
    await sendSurveys(at('2017-11-14T13:59:00.000Z'), owner)
    expect(await letters()).toEqual([])
  })

  test('writes once to each who came for a company that meets, in their language, and to nobody else', async () => {
    await sendSurveys(at('2017-11-14T14:04:00.000Z'), owner)
    await sendSurveys(at('2017-11-14T14:19:00.000Z'), owner)
    const sent = await letters()
    expect(sent.map(({ recipient, language }) => [recipient, language])).toEqual([
      ['ana@5.example.org', 'en'],
      ['ana@6.example.org', 'fr'],
    ])
    // Neither who organises reads the address, nor who keeps it the link.
    expect(sent.map(({ organisation_id }) => organisation_id)).toEqual([null, null])
    expect(sent[0]?.body_text).toContain('?r=not_yet')
    token = sent[1]?.token ?? ''
    expect((await surveys()).map(({ company, letters: count }) => [company, count])).toEqual([
      ['Hosts', 1],
      ['Maison', 1],
    ])
  })

  test('keeps a stage whose letters left, and refuses one whose time is over', async () => {
    valueOf(await world.as(world.lead, (ctx) => planSurveys(ctx, world.missionId, world.eventId, ['months3'])))
    const { lines } = await world.read(world.lead, (ctx) => readSurveys(ctx, world.missionId, world.eventId))
    expect(lines.map(({ state, day }) => [state, day])).toEqual([
      ['sent', '2017-11-14'],
      ['planned', '2018-02-07'],
      ['free', '2018-05-07'],
      ['free', '2018-11-07'],
    ])
    const late = await world.read(world.lead, async (ctx) =>
      planSurveys({ ...ctx, now: '2019-01-02T08:00:00.000Z' as Instant }, world.missionId, world.eventId, ['months12']),
    )
    expect(late).toMatchObject({ problem: { code: 'stage_over' } })
  })
})

describe('a link', () => {
  test('opens one answer, and nothing of the others', async () => {
    const opened = await readSurvey(at('2017-11-15T08:00:00.000Z'), token)
    expect(opened).toMatchObject({ state: 'open', language: 'fr', stage: 'week', company: 'Maison', meetings: 1 })
    expect(opened && 'questions' in opened && opened.questions.map(({ measure }) => measure)).toEqual(['follow_up', 'quotes', 'words'])
    expect(JSON.stringify(opened)).not.toMatch(/Hosts|Seule|example\.org/)
    expect(await readSurvey(at('2017-11-15T08:00:00.000Z'), 'another')).toBeNull()
    expect(await readSurvey(at('2018-01-15T08:00:00.000Z'), token)).toEqual({ state: 'expired', language: 'fr' })
    expect(await tapWithLink(at('2018-01-15T08:00:00.000Z'), token, 'yes')).toMatchObject({ problem: { code: 'survey_over' } })
    expect(await answerWithLink(at('2018-01-15T08:00:00.000Z'), token, answer, 1)).toMatchObject({ problem: { code: 'survey_over' } })
  })

  test('a program that follows every link of a letter at once answers nothing', async () => {
    for (const word of ['yes', 'not_yet', 'no'] as const) valueOf(await tapWithLink(at('2017-11-15T08:00:01.000Z'), token, word))
    expect(await ofMaison()).toMatchObject({ followUp: null, answeredAt: null })
  })

  test('the silent are reminded; one tap is an answer, after which nobody is', async () => {
    await sendSurveys(at('2017-11-21T14:04:00.000Z'), owner)
    const reminded = await letters()
    expect(reminded.map(({ subject }) => subject.startsWith('Re') || subject.startsWith('Rappel'))).toEqual([true, true])
    expect(reminded[1]?.token).not.toBe(token)
    valueOf(await tapWithLink(at('2017-11-22T08:00:00.000Z'), reminded[1]?.token ?? '', 'yes'))
    expect(await ofMaison()).toMatchObject({ followUp: 'yes', completedAt: null, answeredName: 'Maison', reminders: 1 })
    await sendSurveys(at('2017-12-05T14:04:00.000Z'), owner)
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['ana@5.example.org'])
  })

  test('the page completes the answer, on the version one reads, and a tap does not touch it any more', async () => {
    const { version } = await ofMaison()
    expect(await answerWithLink(at('2017-11-23T08:00:00.000Z'), token, answer, version - 1)).toMatchObject({
      problem: { code: 'stale_edit' },
    })
    const half = { ...answer, valueCents: 100n }
    expect(await answerWithLink(at('2017-11-23T08:00:00.000Z'), token, half, version)).toMatchObject({
      problem: { code: 'a_value_has_its_currency_and_qualifier' },
    })
    valueOf(await answerWithLink(at('2017-11-23T08:00:00.000Z'), token, answer, version))
    valueOf(await tapWithLink(at('2017-11-24T08:00:00.000Z'), token, 'no'))
    expect(await ofMaison()).toMatchObject({ followUp: 'yes', quotes: 2, answeredName: 'Ana de Maison' })
  })

  test('is sent again when an organiser asks, to those who have not answered', async () => {
    const again = (who: Somebody) => world.as(who, (ctx) => resendSurveys(ctx, world.missionId, world.eventId, { stage: 'week' }))
    await expect(again(world.city)).rejects.toThrow('may not')
    expect(valueOf(await again(world.lead))).toBe(1)
    const silent = (await surveys()).filter(({ answeredAt }) => answeredAt === null).map(({ id }) => id)
    await sendSurveysAgain(at('2017-11-25T08:00:00.000Z'), owner, silent)
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['ana@5.example.org'])
    await sendSurveysAgain(at('2018-02-25T08:00:00.000Z'), owner, silent)
    expect(await letters()).toEqual([])
  })
})

describe('what an event asks', () => {
  const asked = { fr: 'Combien d’offres de prix, en tout depuis Miami ?' }
  const word = (typed: Parameters<typeof wordQuestion>[3], who: Somebody = world.lead) =>
    world.as(who, (ctx) => wordQuestion(ctx, world.missionId, world.eventId, typed))
  const quotes = async () => {
    const { questions, asked: before } = await world.read(world.lead, (ctx) => readQuestions(ctx, world.missionId, world.eventId))
    return { now: questions.find(({ measure }) => measure === 'quotes'), before: before.filter(({ measure }) => measure === 'quotes') }
  }

  test('is as everybody asks until its organisers say otherwise; nobody else does', async () => {
    expect((await quotes()).now).toMatchObject({ stages: ['week', 'months3', 'months6', 'months12'], version: 0 })
    await expect(word({ measure: 'quotes', wording: asked, stages: [], version: 0 }, world.city)).rejects.toThrow('may not')
    await expect(world.read(world.city, (ctx) => readQuestions(ctx, world.missionId, world.eventId))).rejects.toThrow('may not')
  })

  test('changes for the dates to come, on the version one reads; where letters left, what was asked stays', async () => {
    valueOf(await word({ measure: 'quotes', wording: asked, stages: ['months3'], version: 0 }))
    expect(await word({ measure: 'quotes', wording: {}, stages: [], version: 0 })).toEqual({
      ok: false,
      problem: { code: 'question_changed' },
    })
    expect(await quotes()).toMatchObject({
      now: { wording: asked, stages: ['week', 'months3'], version: 1 },
      before: [{ stage: 'week', wording: { en: 'How many quotes have you given or asked for, in all since the meetings?' } }],
    })
    const opened = await readSurvey(at('2017-11-26T08:00:00.000Z'), token)
    expect(opened && 'questions' in opened && opened.questions[1]?.wording.fr).toMatch(/^Combien de devis/)
    expect(await surveyWords(world.city)).toEqual(['22012', '22012'])
  })

  test('the question of the letter is asked at every date, in the words of the event', async () => {
    const wording = { fr: 'Une suite à Miami ?', en: 'Anything since Miami?' }
    valueOf(await word({ measure: 'follow_up', wording, stages: [], version: 0 }))
    await sendSurveys(at('2018-02-07T14:04:00.000Z'), owner)
    expect((await letters()).map(({ body_text }) => /(Une suite à Miami|Anything since Miami) ?\?/.test(body_text))).toEqual([true, true])
    valueOf(await word({ measure: 'follow_up', wording: { fr: 'Autre chose ?' }, stages: [], version: 1 }))
    const { asked: before } = await world.read(world.lead, (ctx) => readQuestions(ctx, world.missionId, world.eventId))
    const atThreeMonths = before.filter(({ stage }) => stage === 'months3')
    expect(atThreeMonths.map(({ measure }) => measure)).toEqual(['follow_up', 'quotes', 'contracts', 'value', 'words'])
    expect(atThreeMonths.slice(0, 2).map(({ wording: { fr } }) => fr)).toEqual([wording.fr, asked.fr])
  })

  test('is as everybody asks again when its organisers want so', async () => {
    valueOf(await world.as(world.lead, (ctx) => restoreQuestion(ctx, world.missionId, world.eventId, 'quotes')))
    expect((await quotes()).now).toMatchObject({ stages: ['week', 'months3', 'months6', 'months12'], version: 0 })
  })
})

/** What a partner meets who counts the questions of the event, and those that were asked, nothing but the database in the way. */
const surveyWords = async (who: Somebody) => [
  await world.stoppedBy(who, sql`select 1 / count(*) from meetings.event_question`),
  await world.stoppedBy(who, sql`select 1 / count(*) from meetings.asked_question`),
]

describe('answers', () => {
  test('at the next stage take the place of the former ones', async () => {
    const { id, version } = await ofMaison('months3')
    const said = {
      ...answer,
      quotes: 3,
      contracts: 1,
      valueCents: 1_250_000n,
      valueCurrency: 'USD',
      valueQualifier: 'signed' as const,
      version,
    }
    valueOf(await world.as(world.lead, (ctx) => enterSurvey(ctx, world.missionId, world.eventId, id, said)))
    expect(await world.as(world.lead, (ctx) => enterSurvey(ctx, world.missionId, world.eventId, id, said))).toMatchObject({
      problem: { code: 'stale_edit' },
    })
    expect(figuresByStage(await surveys()).map(({ counts }) => counts.quotes)).toEqual([
      { total: 2, isNew: 2, companies: 1 },
      { total: 3, isNew: 1, companies: 1 },
    ])
  })

  test('are read by the organisers alone, not even by who brings the company, nothing but the database in the way', async () => {
    expect((await surveys()).length).toBe(4)
    expect(await surveys(world.city)).toEqual([])
    expect(await surveys(world.stranger)).toEqual([])
    expect(await world.stoppedBy(world.city, sql`select 1 / count(*) from meetings.survey_round`)).toBe('22012')
    expect(await world.stoppedBy(world.lead, 'select from meetings.survey_link')).toBe('42501')
  })
})

describe('statistics', () => {
  test('are read by those who organise; a partner reads no part of them for the whole', async () => {
    const read = (who: Somebody) => world.read(who, (ctx) => readStatistics(ctx, world.missionId, world.eventId))
    await expect(read(world.city)).rejects.toThrow('may not')
    const { statistics, stages, asOf } = await read(world.lead)
    expect(statistics).toMatchObject({ meetings: 1, share: { companies: 3, fewest: 0, most: 1 }, requests: { accepted: 1 } })
    expect([stages.length, asOf]).toEqual([2, '2017-11-23'])
  })

  test('feed the figures of the mission', async () => {
    const figures = (who: Somebody) => world.read(who, (ctx) => readMissionFigures(ctx, world.missionId))
    expect(await figures(world.city)).toEqual([])
    const [event] = await figures(world.lead)
    expect(event).toMatchObject({ meetings: 1, held: 0, companies: 1, asOf: '2017-11-23' })
    expect(event?.latest?.counts.contracts.total).toBe(1)
    expect(event?.latest?.values).toEqual([{ cents: 1_250_000n, currency: 'USD', qualifier: 'signed' }])
  })
})

describe('what the database refuses by itself', () => {
  const change = (what: string) => `update meetings.survey set ${what} where completed_at is not null`
  test.each([
    ['follow_up_is_known', change(`follow_up = 'perhaps'`)],
    ['value_qualifier_is_known', change(`value_cents = 1, value_currency = 'EUR', value_qualifier = 'hoped'`)],
    ['value_currency_is_iso_4217', change(`value_cents = 1, value_currency = 'euros', value_qualifier = 'signed'`)],
    ['survey_figures_are_counted', change('quotes = -1')],
    ['a_value_has_its_currency_and_qualifier', change('value_cents = 1, value_currency = null, value_qualifier = null')],
    ['an_answer_has_its_first_question', change('follow_up = null')],
    ['a_whole_answer_is_an_answer', change('follow_up = null, answered_at = null, answered_name = null')],
    ['figures_come_with_the_whole_answer', change('completed_at = null')],
    ['words_are_short', change(`words = repeat('x', 2001)`)],
    ['two_reminders_at_most', change('reminders = 3')],
    ['a_survey_ends_after_it_is_asked', change('expires_at = asked_at')],
    ['a_round_that_was_sent_stays', 'delete from meetings.survey_round'],
    ['the_tapped_question_is_always_asked', `update meetings.event_question set stages = '{week}'`],
    ['stages_are_known', `update meetings.event_question set stages = '{week,months3,months6,months12,year}'`],
    ['wording_is_localized', `update meetings.event_question set wording = '{}'`],
    ['measure_is_known', `update meetings.event_question set measure = 'mood'`],
    ['a_question_of_the_event', `update meetings.event_question set event_id = gen_random_uuid()`],
    [
      'a_measure_is_asked_in_one_way',
      `insert into meetings.event_question (mission_id, event_id, measure, stages, wording) select mission_id, event_id, measure, stages, wording from meetings.event_question`,
    ],
    ['42501', `update meetings.asked_question set wording = '{"fr": "Autre"}'`],
  ])('%s', async (constraint, statement) => {
    expect(await world.stoppedBy(world.lead, statement)).toBe(constraint)
  })

  test.each([
    [
      'a_stage_is_asked_once',
      `insert into meetings.survey_round (mission_id, event_id, organisation_id, stage) select mission_id, event_id, organisation_id, stage from meetings.survey_round`,
    ],
    ['stage_is_known', `update meetings.survey_round set stage = 'year'`],
    [
      'asked_once_a_stage',
      `insert into meetings.survey (mission_id, event_id, stage, participant_id, asked_at, expires_at) select mission_id, event_id, stage, participant_id, asked_at, expires_at from meetings.survey`,
    ],
    [
      'one_wording_at_a_time',
      `insert into meetings.survey_question (measure, position, stages, wording, valid_from) select measure, position, stages, wording, '2020-01-01' from meetings.survey_question`,
    ],
    ['stages_are_known', `update meetings.survey_question set stages = '{year}'`],
    ['asked_at_some_stage', `update meetings.survey_question set stages = '{}'`],
    ['measure_is_known', `update meetings.survey_question set measure = 'mood'`],
    ['measure_is_known', `update meetings.asked_question set measure = 'mood'`],
    ['wording_is_localized', `update meetings.asked_question set wording = '{}'`],
    ['a_question_of_a_stage', `update meetings.asked_question set stage = 'months12' where stage = 'months3'`],
    ['a_question_of_the_event', `update meetings.asked_question set mission_id = gen_random_uuid()`],
    ['a_measure_is_asked_once_a_stage', `update meetings.asked_question set measure = 'words'`],
  ])('%s, whoever writes', async (constraint, statement) => {
    await expect(owner.query(statement)).rejects.toMatchObject({ constraint })
  })
})
