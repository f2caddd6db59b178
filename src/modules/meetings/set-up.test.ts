import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { readPastedTable } from '#platform/tabular/read-table.ts'
import { anEventInMiami, aProfile } from './meetings.fixture.ts'
import { listParticipants, listRepresentatives } from './sql/participants.ts'
import { listCircles, listSlots } from './sql/setup.ts'
import { changeCircle } from './usecases/change-circle.ts'
import { changeRepresentative } from './usecases/change-representative.ts'
import { importParticipants } from './usecases/import-participants.ts'
import { addResource, addRule, layOutDays, removePart } from './usecases/set-up-event.ts'
import { addParticipant, changeParticipant } from './usecases/write-participant.ts'

let world: Awaited<ReturnType<typeof anEventInMiami>>
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
})
afterAll(() => world.close())

describe('setting up', () => {
  test('an organiser lays out days, and slots that stay keep their identity', async () => {
    const before = await world.read(world.lead, (ctx) => listSlots(ctx.tx, world.eventId))

    valueOf(
      await world.as(world.lead, (ctx) => layOutDays(ctx, world.missionId, world.eventId, '2017-11-06 9h-10h10\n2017-11-07 9h-11h25')),
    )
    const after = await world.read(world.lead, (ctx) => listSlots(ctx.tx, world.eventId))

    expect(before).toHaveLength(12)
    expect(after).toHaveLength(9)
    expect(after[0]?.id).toBe(before[0]?.id)
    expect(after.at(-1)?.id).toBe(before.at(-1)?.id)
  })

  test.each([
    ['a partner who does not organise', () => world.city, Forbidden],
    ['a colleague who only reads', () => world.reader, Forbidden],
    ['a stranger', () => world.stranger, NotFound],
  ])('%s sets nothing up', async (_, who, refusal) => {
    await expect(world.as(who(), (ctx) => layOutDays(ctx, world.missionId, world.eventId, '2017-11-06 9h-12h'))).rejects.toThrow(refusal)
  })

  test('a rule stands once in each direction, and a group with people in it stays', async () => {
    const rule = { fromId: world.home, toId: world.host, isAnswered: false, company: [] }
    expect(await world.as(world.lead, (ctx) => addRule(ctx, world.missionId, world.eventId, rule))).toMatchObject({
      problem: { code: 'one_rule_per_direction' },
    })
    await world.bring(world.lead, 'Occupante')
    expect(await world.as(world.lead, (ctx) => removePart(ctx, world.missionId, world.eventId, 'circle', world.home))).toMatchObject({
      problem: { code: 'a_circle_with_participants_stays' },
    })
  })

  test('a group is called otherwise on the version one reads, and those in it follow its figures, save who has figures of their own', async () => {
    const draft = { kind: 'home' as const, name: { fr: 'Entreprises du Sud' }, target: 3, meetingQuota: 6, requestQuota: 7 }
    const circleNow = async () =>
      (await world.read(world.lead, (ctx) => listCircles(ctx.tx, world.eventId))).find(({ id }) => id === world.home)
    const version = (await circleNow())?.version ?? 0
    const change = (who: typeof world.lead, circle = draft) =>
      world.as(who, (ctx) => changeCircle(ctx, world.missionId, world.eventId, world.home, version, circle))
    const own = await world.bring(world.lead, 'À part', { target: 1, meetingQuota: 2, requestQuota: 2 })
    const like = await world.bring(world.lead, 'Comme les autres')
    await expect(change(world.city)).rejects.toThrow(Forbidden)
    await expect(change(world.stranger)).rejects.toThrow(NotFound)
    expect(await change(world.lead, { ...draft, target: 7 })).toEqual({ ok: false, problem: { code: 'a_target_is_within_quota' } })
    valueOf(await change(world.lead))
    const saved = await circleNow()
    expect(saved?.version).toBe(version + 1)
    expect(await change(world.lead, { ...draft, name: { fr: 'Autrement' }, target: 1 })).toEqual({
      ok: false,
      problem: { code: 'stale_edit', saved },
    })
    expect(await circleNow()).toEqual(saved)
    const { circles, participants } = await world.read(world.lead, async (ctx) => ({
      circles: await listCircles(ctx.tx, world.eventId),
      participants: await listParticipants(ctx.tx, world.eventId),
    }))
    expect(circles.find(({ id }) => id === world.home)).toMatchObject(draft)
    const figuresOf = (one: string) => {
      const { target, meetingQuota, requestQuota } = participants.find(({ id }) => id === one) ?? {}
      return [target, meetingQuota, requestQuota]
    }
    expect([own, like].map(figuresOf)).toEqual([
      [1, 2, 2],
      [3, 6, 7],
    ])
  })

  test('an interpreter speaks at least two languages', async () => {
    const resource = { kind: 'interpreter' as const, name: 'Léo', languages: ['fr'] }
    expect(await world.as(world.lead, (ctx) => addResource(ctx, world.missionId, world.eventId, resource))).toMatchObject({
      problem: { code: 'an_interpreter_speaks_two' },
    })
  })
})

describe('participants', () => {
  test('somebody who comes is changed on the version one reads; how to reach them, and what they show, by who brings them alone', async () => {
    const id = await world.bring(world.city, 'Retouchée')
    const person = async (who = world.city) =>
      (await world.read(who, (ctx) => listRepresentatives(ctx.tx, world.eventId, id)))[0] as Awaited<
        ReturnType<typeof listRepresentatives>
      >[number]
    const before = await person()
    const change = (who: typeof world.city, version: number, draft: Parameters<typeof changeRepresentative>[6]) =>
      world.as(who, (ctx) => changeRepresentative(ctx, world.missionId, world.eventId, id, before.id, version, draft))
    const draft = {
      givenName: 'Anne',
      familyName: 'Retouche',
      job: 'Gérante',
      email: 'anne@example.org',
      phone: null,
      consents: ['email' as const],
    }

    await expect(change(world.stranger, before.version, draft)).rejects.toThrow(NotFound)
    await expect(change(world.lead, before.version, draft)).rejects.toThrow(Forbidden)
    valueOf(await change(world.city, before.version, draft))
    expect(await change(world.city, before.version, draft)).toEqual({ ok: false, problem: { code: 'stale_edit' } })
    expect(await person()).toMatchObject(draft)
    valueOf(await change(world.lead, before.version + 1, { ...draft, job: 'Présidente', email: null, consents: [] }))
    expect(await person()).toMatchObject({ job: 'Présidente', email: 'anne@example.org', consents: ['email'] })
    valueOf(await change(world.city, before.version + 2, { ...draft, email: null, consents: [] }))
    expect(await person()).toMatchObject({ email: null, phone: null, consents: [] })
  })

  test('take part once under a name, and a stale change is not written over', async () => {
    const id = await world.bring(world.city, 'Calanques')
    const words = { ...aProfile(world.home), name: 'calanques ' }
    expect(await world.as(world.lead, (ctx) => addParticipant(ctx, world.missionId, world.eventId, words))).toMatchObject({
      problem: { code: 'a_name_takes_part_once' },
    })
    expect(await world.as(world.city, (ctx) => changeParticipant(ctx, world.missionId, world.eventId, id, 9, words))).toMatchObject({
      problem: { code: 'stale_edit', saved: { name: 'Calanques' } },
    })
  })

  test('how to reach their people is read by who brings them alone', async () => {
    const id = await world.bring(world.city, 'Contacts')

    const [ours] = await world.read(world.city, (ctx) => listRepresentatives(ctx.tx, world.eventId, id))
    const [theirs] = await world.read(world.lead, (ctx) => listRepresentatives(ctx.tx, world.eventId, id))

    expect(ours).toMatchObject({ email: expect.stringContaining('@'), phone: '+33491000000' })
    expect(theirs).toMatchObject({ familyName: 'de Contacts', email: null, phone: null })
  })

  const paste = (text: string) => valueOf(readPastedTable(text))

  test('come from a list, several people a company, and a second reading changes nothing', async () => {
    const list = paste(
      'Entreprise\tSecteurs\tLangues\tPrénom\tNom\tCourriel\nMistral\tport; eau\tfr, en\tLéa\tRoux\tlea@example.org\nMistral\t\t\tPaul\tBlanc\t',
    )

    const first = await world.as(world.lead, (ctx) => importParticipants(ctx, world.missionId, world.eventId, world.home, list))
    const second = await world.as(world.lead, (ctx) => importParticipants(ctx, world.missionId, world.eventId, world.home, list))

    expect(first).toEqual({ ok: true, value: { companies: 1, people: 2, known: 0 } })
    expect(second).toEqual({ ok: true, value: { companies: 0, people: 0, known: 2 } })
    const all = await world.read(world.lead, (ctx) => listParticipants(ctx.tx, world.eventId))
    expect(all.find(({ name }) => name === 'Mistral')).toMatchObject({ sectors: ['port', 'eau'], languages: ['fr', 'en'] })
  })

  test('of a list with one wrong cell enter not at all, and the cell is named', async () => {
    const list = paste('Entreprise\tPays\nTramontane\tFR\nSirocco\tFrance')

    expect(await world.as(world.lead, (ctx) => importParticipants(ctx, world.missionId, world.eventId, world.home, list))).toEqual({
      ok: false,
      problem: { code: 'import_line_refused', lines: [{ line: 3, column: 'Pays', problem: 'country_is_iso_3166' }] },
    })
    const all = await world.read(world.lead, (ctx) => listParticipants(ctx.tx, world.eventId))
    expect(all.map(({ name }) => name)).not.toContain('Tramontane')
  })
})
