import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { createMission, loadMission } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, openWorld } from '#tests/world.ts'
import { aLetter, aRequest } from './requests.fixture.ts'
import { listLetters } from './sql/letters.ts'
import { countRequests, listRequests, loadRequest } from './sql/requests.ts'
import { loadVisit } from './sql/visits.ts'
import { acceptRequest, declineRequest, redirectRequest, setAside } from './usecases/answer-request.ts'
import { arrangeDesk, writeCriterion, writeLetterText } from './usecases/arrange-desk.ts'
import { draftLetter } from './usecases/draft-letter.ts'
import { enterRequest } from './usecases/enter-request.ts'
import { readDesk, receiveRequest } from './usecases/receive-request.ts'
import { openThanks, thank } from './usecases/thank.ts'
import { weighRequests } from './usecases/weigh-request.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let city: Somebody
let port: Somebody
let reader: Somebody
beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  city = await world.found('Ville de Rochebrune', 'municipality')
  port = await world.found('Port du Détroit', 'port')
  reader = await world.join(city.organisationId, ['reader', 'finance', 'assembly'])
})
afterAll(() => world.close())

const enter = async (who: Somebody, facts: Parameters<typeof aRequest>[0] = {}) =>
  valueOf(await world.as(who, (ctx) => enterRequest(ctx, { ...aRequest(facts), original: '' })))
const load = (who: Somebody, id: string) => world.read(who, (ctx) => loadRequest(ctx.tx, id))
const plan = { title: { fr: 'Accueil de Miami' }, startsOn: asLocalDate('2026-05-04'), endsOn: asLocalDate('2026-05-06'), city: '' }

describe('the published form', () => {
  const key = crypto.randomUUID()
  const send = (slug: string, { network = '10.0.0.1', with: requestKey = crypto.randomUUID() }: { network?: string; with?: string } = {}) =>
    receiveRequest(world.services, slug, {
      key: requestKey,
      network,
      facts: aRequest({ asker: 'Ville de Turin', country: 'IT', city: 'Turin' }),
    })

  test('is closed until it is opened, and unknown elsewhere', async () => {
    expect(await readDesk(world.services, 'ville-de-rochebrune')).toBeNull()
    valueOf(await world.as(city, (ctx) => arrangeDesk(ctx, 0, { slug: 'ville-de-rochebrune', isOpen: false, welcome: {}, strongFrom: 4 })))

    expect(await readDesk(world.services, 'ville-de-rochebrune')).toEqual({
      organisationName: 'Ville de Rochebrune',
      isOpen: false,
      welcome: {},
    })
    expect(await send('ville-de-rochebrune')).toEqual({ ok: false, problem: { code: 'desk_closed' } })
    expect(await send('nulle-part')).toEqual({ ok: false, problem: { code: 'desk_closed' } })
  })

  test('takes a request without an account, once however often it is sent, and tells those who answer', async () => {
    valueOf(await world.as(city, (ctx) => arrangeDesk(ctx, 1, { slug: 'ville-de-rochebrune', isOpen: true, welcome: {}, strongFrom: 4 })))

    const sent = await Promise.all([1, 2, 3].map(() => send('ville-de-rochebrune', { with: key })))

    expect(sent).toEqual([1, 2, 3].map(() => ({ ok: true, value: 1 })))
    expect(await world.read(city, (ctx) => listRequests(ctx.tx, { states: ['received'], limit: 10 }))).toMatchObject([
      { number: 1, source: 'form', asker: 'Ville de Turin', country: 'IT' },
    ])
  })

  test('answers six times an hour to a network, and others all the same', async () => {
    const outcomes = []
    for (let count = 0; count < 7; count += 1) outcomes.push(await send('ville-de-rochebrune', { network: '10.9.9.9' }))

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(6)
    expect(outcomes.at(-1)).toEqual({ ok: false, problem: { code: 'too_many_requests' } })
    expect((await send('ville-de-rochebrune', { network: '10.8.8.8' })).ok).toBe(true)
  })

  test('an address serves one desk', async () => {
    expect(
      await world.as(port, (ctx) => arrangeDesk(ctx, 0, { slug: 'ville-de-rochebrune', isOpen: true, welcome: {}, strongFrom: 4 })),
    ).toMatchObject({ ok: false, problem: { code: 'an_address_serves_one_desk' } })
  })

  test.each(['a', 'Ville', 'ville de', 'é-ville', '-ville'])('« %s » is no address', async (slug) => {
    expect(await world.as(port, (ctx) => arrangeDesk(ctx, 0, { slug, isOpen: true, welcome: {}, strongFrom: 4 }))).toEqual({
      ok: false,
      problem: { code: 'slug_is_an_address' },
    })
  })
})

describe('an answer', () => {
  test('accepted opens a mission of kind received, with its leg, and says on it who comes', async () => {
    const id = await enter(city)

    const missionId = valueOf(
      await world.as(city, (ctx) => acceptRequest(ctx, id, { ...plan, city: 'Marseille' }, { ...aLetter, body: '{{asker}} {{dates}}' })),
    )

    expect(await world.read(city, (ctx) => loadMission(ctx.tx, missionId))).toMatchObject({
      kind: 'incoming',
      state: 'preparation',
      startsOn: '2026-05-04',
      endsOn: '2026-05-06',
      legs: [{ cityName: { fr: 'Marseille' }, country: 'FR', timeZone: 'Europe/Paris' }],
    })
    expect(await world.read(city, (ctx) => loadVisit(ctx.tx, missionId))).toMatchObject({
      visitor: 'Port de Miami',
      country: 'US',
      peopleCount: 12,
    })
    expect(await load(city, id)).toMatchObject({ state: 'accepted', missionId })
    expect(await world.read(city, (ctx) => listLetters(ctx.tx, id))).toMatchObject([
      { kind: 'accepted', body: 'Port de Miami du 4 au 6 mai 2026', recipient: 'Ana Prueba, Port de Miami', isSent: false },
    ])
  })

  test('is thanked for with the days one was received on, not those one had wished, and again if one likes', async () => {
    const id = await enter(city, { wishedFrom: asLocalDate('2026-04-01'), wishedTo: asLocalDate('2026-04-02') })
    const letter = { ...aLetter, subject: 'Merci', body: 'Merci d’être venus {{dates}}.' }
    expect(await world.as(city, (ctx) => thank(ctx, id, letter))).toEqual({ ok: false, problem: { code: 'not_received_yet' } })
    valueOf(await world.as(city, (ctx) => acceptRequest(ctx, id, plan, aLetter)))
    expect(await world.read(city, (ctx) => openThanks(ctx, id))).toMatchObject({ thankedOn: null })

    valueOf(await world.as(city, (ctx) => thank(ctx, id, letter)))

    const letters = await world.read(city, (ctx) => listLetters(ctx.tx, id))
    expect(letters.map(({ kind, body }) => [kind, body]).at(-1)).toEqual(['thanks', 'Merci d’être venus du 4 au 6 mai 2026.'])
    expect(await world.read(city, (ctx) => openThanks(ctx, id))).toMatchObject({ thankedOn: letters.at(-1)?.writtenOn })
    await expect(world.as(port, (ctx) => thank(ctx, id, letter))).rejects.toThrow(NotFound)
  })

  test('is given once, even by two colleagues at the same time', async () => {
    const id = await enter(city)

    const answers = await Promise.all([
      world.as(city, (ctx) => declineRequest(ctx, id, 'Calendrier', aLetter)),
      world.as(city, (ctx) => redirectRequest(ctx, id, { redirectedTo: 'Port', reason: '' }, aLetter)),
      world.as(city, (ctx) => acceptRequest(ctx, id, plan, aLetter)),
    ])

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok)).toEqual([
      { ok: false, problem: { code: 'request_decided' } },
      { ok: false, problem: { code: 'request_decided' } },
    ])
  })

  test('sent by mail stands in the outbox, in the language of who asks', async () => {
    const id = await enter(city, { language: 'en', contactEmail: 'zoe@city.example' })
    valueOf(
      await world.as(city, (ctx) =>
        declineRequest(ctx, id, 'Calendar', { ...aLetter, language: 'en', subject: 'Your visit', isSent: true }),
      ),
    )

    const mails = await world.read(city, (ctx) =>
      ctx.tx.selectFrom('app.mail').select(['recipient', 'language', 'subject']).where('recipient', '=', 'zoe@city.example').execute(),
    )
    expect(mails).toEqual([{ recipient: 'zoe@city.example', language: 'en', subject: 'Your visit' }])
  })

  test.each([
    ['dates_missing', { ...plan, startsOn: null }, aLetter, {}],
    ['days_out_of_order', { ...plan, endsOn: asLocalDate('2026-05-03') }, aLetter, {}],
    ['address_missing', plan, { ...aLetter, isSent: true }, { contactEmail: null }],
    ['letter_empty', plan, { ...aLetter, body: '{{head}}' }, { headName: '', headCapacity: '' }],
    ['placeholder_unknown', plan, { ...aLetter, body: '{{secret}}' }, {}],
  ] as const)('%s: nothing is opened', async (code, given, letter, facts) => {
    const id = await enter(city, facts)

    expect(await world.as(city, (ctx) => acceptRequest(ctx, id, given, letter))).toMatchObject({ ok: false, problem: { code } })
    expect(await load(city, id)).toMatchObject({ state: 'received', missionId: null })
  })

  test('a duplicate names the other request, which is not itself nor another organisation’s', async () => {
    const [one, two, theirs] = [await enter(city), await enter(city), await enter(port)]

    await expect(world.as(city, (ctx) => setAside(ctx, two, two))).rejects.toThrow(NotFound)
    await expect(world.as(city, (ctx) => setAside(ctx, two, theirs))).rejects.toThrow(NotFound)
    valueOf(await world.as(city, (ctx) => setAside(ctx, two, one)))
    expect(await load(city, two)).toMatchObject({ state: 'duplicate', duplicateOf: one })
  })

  test('follows the text of the organisation, language by language', async () => {
    const id = await enter(city)
    valueOf(await world.as(city, (ctx) => writeLetterText(ctx, 'declined', { subject: {}, body: { fr: 'Cher {{contact}}' } })))

    const draft = await world.read(city, async (ctx) => draftLetter(ctx, (await loadRequest(ctx.tx, id)) as never, 'declined'))
    expect(draft).toMatchObject({ body: 'Cher Ana Prueba', subject: 'Votre demande de visite' })
  })
})

describe('what is remembered', () => {
  test('of the organisation, of the city under all its names, and of the country', async () => {
    const genoa = await world.found('Port de la Lagune', 'port')
    valueOf(
      await world.as(genoa, (ctx) =>
        createMission(ctx, {
          kind: 'outgoing',
          title: { fr: 'Gênes' },
          purpose: {},
          legs: [
            {
              cityId: null,
              cityName: { fr: 'Gênes', en: 'Genoa' },
              country: 'IT',
              startsOn: asLocalDate('2017-10-19'),
              endsOn: asLocalDate('2017-10-20'),
              timeZone: 'Europe/Rome',
            },
          ],
          objectives: [],
          themes: [],
        }),
      ),
    )
    await enter(genoa, { asker: 'Porto di Genova', country: 'IT', city: 'Genova' })
    const id = await enter(genoa, { asker: 'Porto di Genoova', country: 'IT', city: 'Genoa' })
    valueOf(
      await world.as(genoa, (ctx) =>
        writeCriterion(ctx, {
          kind: 'known',
          value: '',
          reason: { fr: 'Déjà venus' },
          weight: 5,
          partner: 'Ville',
          validFrom: null,
          validTo: null,
        }),
      ),
    )

    const [weighed] = await world.read(genoa, async (ctx) => weighRequests(ctx, [(await loadRequest(ctx.tx, id)) as never]))

    expect(weighed?.memories.map(({ kind, nearness }) => `${kind} ${nearness}`)).toEqual(['request asker', 'mission city'])
    expect(weighed?.interest).toMatchObject({ level: 'strong', partners: ['Ville'] })
  })

  test('as many queries for one request as for three', async () => {
    const weigh = (count: number) =>
      world.countQueries(city, async (ctx) => weighRequests(ctx, await listRequests(ctx.tx, { states: ['received'], limit: count })))

    expect(await weigh(3)).toBe(await weigh(1))
  })
})

describe('who reads what was asked', () => {
  test('those who answer, and neither their colleagues nor another organisation', async () => {
    const id = await enter(city)

    expect(await load(city, id)).toMatchObject({ purpose: 'Secret de la demande' })
    await expect(world.as(reader, (ctx) => declineRequest(ctx, id, 'Non', aLetter))).rejects.toThrow(Forbidden)
    await expect(world.as(port, (ctx) => declineRequest(ctx, id, 'Non', aLetter))).rejects.toThrow(NotFound)
  })

  test('the database tells a colleague without the role nothing, whatever the application asks', async () => {
    await enter(city)

    expect(await world.read(reader, (ctx) => countRequests(ctx.tx))).toEqual({})
    expect(await world.read(reader, async (ctx) => (await sql`select * from visits.letter`.execute(ctx.tx)).rows)).toEqual([])
  })

  test('a partner of the mission reads who is received, and neither the request nor its letters', async () => {
    const id = await enter(city, { contactEmail: 'reserve@port.example' })
    const missionId = valueOf(await world.as(city, (ctx) => acceptRequest(ctx, id, plan, aLetter)))
    await seatPartner(world.services, city, port, missionId)

    expect(await world.read(port, (ctx) => loadVisit(ctx.tx, missionId))).toMatchObject({ visitor: 'Port de Miami' })
    expect(await load(port, id)).toBeNull()
    const seen = await world.read(port, async (ctx) => (await sql`select payload::text as words from app.journal`.execute(ctx.tx)).rows)
    expect(JSON.stringify(seen)).not.toContain('reserve@port.example')
  })

  test('nobody reads who knocked at a desk', async () => {
    expect(await world.stoppedBy(city, sql`select * from visits.knock`)).toBe('42501')
  })
})

describe('the database refuses, with the checks of the application bypassed', () => {
  test.each([
    ['an_acceptance_opens_a_mission', sql`update visits.request set state = 'accepted', decided_at = now()`],
    ['declined_with_a_reason', sql`update visits.request set state = 'declined', decided_at = now()`],
    ['redirected_to_someone', sql`update visits.request set state = 'redirected', decided_at = now()`],
    ['decided_at_unless_received', sql`update visits.request set decided_at = now()`],
    ['a_request_stays_as_it_came', sql`update visits.request set number = number + 1000`],
    ['a_request_stays_as_it_came', sql`update visits.request set received_at = now() - interval '1 day'`],
    ['nothing_is_its_own_duplicate', sql`update visits.request set state = 'duplicate', decided_at = now(), duplicate_of = id`],
    ['people_are_counted', sql`update visits.request set people_count = 0`],
    ['42501', sql`update visits.letter set body = 'Autre'`],
    ['42501', sql`delete from visits.request`],
    ['a_criterion_has_its_value', sql`insert into visits.criterion (kind, value, reason, weight) values ('country', '', '{"fr":"x"}', 1)`],
    ['weight_is_moderate', sql`insert into visits.criterion (kind, value, reason, weight) values ('country', 'US', '{"fr":"x"}', 6)`],
    [
      'valid_dates_are_in_order',
      sql`insert into visits.criterion (kind, value, reason, weight, valid_from, valid_to) values ('country', 'US', '{"fr":"x"}', 1, '2026-02-01', '2026-01-01')`,
    ],
  ])('%s', async (name, statement) => {
    const lone = await world.found(`Ville ${crypto.randomUUID()}`, 'municipality')
    await enter(lone)

    expect(await world.stoppedBy(lone, statement)).toBe(name)
  })

  test('a decision is taken once', async () => {
    const id = await enter(port)
    valueOf(await world.as(port, (ctx) => declineRequest(ctx, id, 'Non', aLetter)))

    expect(await world.stoppedBy(port, sql`update visits.request set state = 'received', decided_at = null where id = ${id}`)).toBe(
      'a_request_is_decided_once',
    )
  })

  test('a letter of another organisation’s request', async () => {
    const id = await enter(city)

    expect(
      await world.stoppedBy(
        port,
        sql`insert into visits.letter (request_id, kind, language, recipient, subject, body, written_on, written_by_name, is_sent) values (${id}, 'declined', 'fr', 'x', 'x', 'x', '2026-01-01', 'x', false)`,
      ),
    ).toBe('a_letter_answers_a_request')
  })
})
