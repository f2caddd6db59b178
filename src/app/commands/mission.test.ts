import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { listExpenses, missionTotals } from '#modules/budget/index.ts'
import { countMembers, listMembers } from '#modules/delegations/index.ts'
import {
  changeState,
  closeAccounts,
  listMissions,
  loadMandate,
  loadMission,
  loadNarrative,
  releasePartner,
} from '#modules/missions/index.ts'
import { Forbidden } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import { actBuild } from './act.ts'
import { callerOf } from './act-as.ts'
import { importMissions } from './import-missions.ts'
import { missionImport } from './mission.ts'
import { readMissionDocument, writePath } from './mission-document.ts'

const text = readFileSync(fileURLToPath(new URL('../../../docs/examples/missions.json', import.meta.url)), 'utf8')
type Json = ReturnType<typeof JSON.parse>
/** The example of the documentation, changed. */
const example = (change: (document: Json) => void = () => {}): Json => {
  const document = JSON.parse(text)
  change(document)
  return document
}

let world: World
let department: Somebody

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
})
afterAll(() => world.close())
beforeEach(async () => {
  department = await world.found(`Département ${crypto.randomUUID().slice(0, 8)}`)
})

const read = (json: Json) => valueOf(readMissionDocument(JSON.stringify(json)))
const enter = (json: Json, who = department) => world.as(who, (ctx) => importMissions(ctx, read(json)))
const journalLength = () =>
  withOwner(world.ownerUrl, async (owner) => (await owner.query<{ n: number }>('select count(*)::int as n from app.journal')).rows[0]?.n)

/** Where and why a document is refused. */
async function problemsOf(json: Json): Promise<string[]> {
  const document = readMissionDocument(JSON.stringify(json))
  const outcome = document.ok ? await world.as(department, (ctx) => importMissions(ctx, document.value)) : document
  if (outcome.ok) throw new Error('the document was accepted')
  return 'code' in outcome.problem ? [outcome.problem.code] : outcome.problem.map(({ path, code }) => `${writePath(path)}: ${code}`)
}

describe('the example of the documentation', () => {
  test('enters whole: mission, partners, mandate, narrative, delegation, ledger, to the cent', async () => {
    const [montreal, lisbon] = valueOf(await enter(example()))

    const whole = await world.read(department, async (ctx) => {
      const id = montreal?.id ?? ''
      return {
        mission: await loadMission(ctx.tx, id),
        mandate: await loadMandate(ctx.tx, id, ctx.actor.organisationId),
        narrative: await loadNarrative(ctx.tx, id),
        members: await listMembers(ctx.tx, id),
        counts: await countMembers(ctx.tx, id),
        totals: await missionTotals(ctx.tx, id, ctx.actor.organisationId),
        idea: await loadMission(ctx.tx, lisbon?.id ?? ''),
      }
    })
    expect(montreal).toMatchObject({
      effect: 'created',
      members: { created: 3, updated: 0, same: 0 },
      expenses: { created: 3, updated: 0, same: 0 },
    })
    expect(whole.mission).toMatchObject({ state: 'confirmed', startsOn: '2024-04-15', endsOn: '2024-04-19', kind: 'outgoing' })
    expect(whole.mission?.legs.map(({ cityName, country, timeZone }) => [cityName.fr, country, timeZone])).toEqual([
      ['Montréal', 'CA', 'America/Toronto'],
      ['Toronto', 'CA', 'America/Toronto'],
    ])
    expect(whole.mission?.partners.map(({ name, role }) => [name, role]).slice(1)).toEqual([
      ['Grappe Jeux du Midi', 'partner'],
      ['Maison du jeu de Montréal', 'host'],
    ])
    expect(whole.mission?.objectives).toHaveLength(2)
    expect(whole.mission?.themes.map(({ label }) => label.fr)).toEqual(['Culture', 'Numérique'])
    expect(whole.mandate).toMatchObject({ decidedOn: '2024-03-22', reference: '24-117' })
    expect(whole.narrative?.body.fr).toMatch(/onze studios/)
    expect(whole.counts).toMatchObject({ persons: 3, companies: 1 })
    expect(whole.members.find(({ function: role }) => role === 'head')?.familyName).toBe('Castellan')
    // 2 846,40 + 1 132,50 CAD ÷ 1,4698 (770,513… → 770,51) + 615,00
    expect(whole.totals.total).toEqual({ cents: 284_640n + 77_051n + 61_500n, currency: 'EUR' })
    expect(montreal?.total).toEqual(whole.totals.total)
    expect(whole.idea).toMatchObject({ state: 'idea', startsOn: null, title: { fr: 'Mission portuaire à Lisbonne' } })
  })

  test('read again writes nothing, not even in the journal', async () => {
    const first = valueOf(await enter(example()))
    const before = await journalLength()

    const second = valueOf(await enter(example()))

    expect(second.map(({ id, effect, total }) => ({ id, effect, total }))).toEqual(
      first.map(({ id, total }) => ({ id, effect: 'same', total })),
    )
    expect(second[0]).toMatchObject({ members: { created: 0, updated: 0, same: 3 }, expenses: { created: 0, updated: 0, same: 3 } })
    expect(await journalLength()).toBe(before)
  })

  test('read by two organisations is two missions', async () => {
    const other = await world.found('Métropole voisine', 'intermunicipal')

    const [own] = valueOf(await enter(example()))
    const [theirs] = valueOf(await enter(example(), other))

    expect(theirs?.effect).toBe('created')
    expect(theirs?.id).not.toBe(own?.id)
    expect(await world.read(other, (ctx) => loadMission(ctx.tx, own?.id ?? ''))).toBeNull()
  })
})

describe('a document that changed', () => {
  test('brings facts up to date, keeps what it leaves out, and corrects an expense without erasing it', async () => {
    const [first] = valueOf(await enter(example()))

    const [second] = valueOf(
      await enter(
        example(({ missions: [montreal] }) => {
          montreal.title.fr = 'Mission au Québec et en Ontario'
          delete montreal.objectives
          montreal.members[1].capacity.fr = 'Directeur'
          montreal.members.pop()
          montreal.expenses[0].amount = '2846.45'
          montreal.expenses.pop()
        }),
      ),
    )

    const id = second?.id ?? ''
    const [mission, members, lines] = await world.read(department, async (ctx) => [
      await loadMission(ctx.tx, id),
      await listMembers(ctx.tx, id),
      await listExpenses(ctx.tx, id),
    ])
    expect(second).toMatchObject({ id: first?.id, effect: 'changed', members: { updated: 1, same: 1 }, expenses: { updated: 1, same: 1 } })
    expect(mission).toMatchObject({ title: { fr: 'Mission au Québec et en Ontario' }, objectives: { length: 2 } })
    expect(members).toHaveLength(3)
    expect(lines).toHaveLength(5)
    expect(second?.total).toEqual({ cents: 284_645n + 77_051n + 61_500n, currency: 'EUR' })
  })

  test('does not undo what people decided since: state, narrative, a partner that left', async () => {
    const [{ id } = { id: '' }] = valueOf(await enter(example()))
    const seat = await world.read(department, async (ctx) => (await loadMission(ctx.tx, id))?.partners.find(({ role }) => role === 'host'))
    valueOf(await world.as(department, (ctx) => releasePartner(ctx, id, seat?.id ?? '')))
    valueOf(await world.as(department, (ctx) => changeState(ctx, id, 'cancelled')))

    const [again] = valueOf(
      await enter(
        example(({ missions: [montreal] }) => {
          montreal.narrative.fr = 'Un autre récit.'
        }),
      ),
    )

    const [mission, narrative] = await world.read(department, async (ctx) => [
      await loadMission(ctx.tx, id),
      await loadNarrative(ctx.tx, id),
    ])
    expect(again?.effect).toBe('same')
    expect(mission?.state).toBe('cancelled')
    expect(mission?.partners.find(({ role }) => role === 'host')?.leftAt).not.toBeNull()
    expect(narrative?.body.fr).toMatch(/onze studios/)
  })

  test('is refused whole when the accounts are closed', async () => {
    const [{ id } = { id: '' }] = valueOf(await enter(example()))
    valueOf(await world.as(department, (ctx) => closeAccounts(ctx, id)))

    expect(await problemsOf(example(({ missions: [montreal] }) => (montreal.title.fr = 'Autre titre')))).toEqual([
      'missions[0].expenses: accounts_closed',
    ])
    expect(await world.read(department, (ctx) => loadMission(ctx.tx, id))).toMatchObject({ title: { fr: 'Mission à Montréal et Toronto' } })
  })

  test('of a mission in which one is named by others does not touch theirs', async () => {
    const [{ id } = { id: '' }] = valueOf(await enter(example()))
    const city = await world.found('Ville conviée', 'municipality')
    await seatPartner(world.services, department, city, id, { role: 'co_organiser' })

    const [own] = valueOf(await enter(example(), city))

    expect(own?.effect).toBe('created')
    expect(await world.read(city, (ctx) => listMissions(ctx.tx, city.organisationId, { limit: 10 }))).toHaveLength(3)
  })
})

describe('what is wrong is said with its place, and nothing is kept', () => {
  test.each([
    ['a misspelled property', (d: Json) => (d.missions[0].titel = {}), 'missions[0].titel: property_unknown'],
    ['no title', (d: Json) => delete d.missions[1].title, 'missions[1].title: invalid_type'],
    [
      'a day that does not exist',
      (d: Json) => (d.missions[0].legs[1].endsOn = '2024-02-30'),
      'missions[0].legs[1].endsOn: date_does_not_exist',
    ],
    ['an unknown language', (d: Json) => (d.missions[0].purpose.french = 'x'), 'missions[0].purpose.french: invalid_key'],
    [
      'an amount that is a number',
      (d: Json) => (d.missions[0].expenses[0].amount = 12.5),
      'missions[0].expenses[0].amount: amount_is_text',
    ],
    [
      'an amount with a comma',
      (d: Json) => (d.missions[0].expenses[0].amount = '12,50'),
      'missions[0].expenses[0].amount: amount_unreadable',
    ],
    [
      'too many decimals',
      (d: Json) => (d.missions[0].expenses[0].amount = '12.505'),
      'missions[0].expenses[0].amount: amount_too_many_decimals',
    ],
    ['a key used twice', (d: Json) => (d.missions[1].key = d.missions[0].key), 'missions[1].key: key_twice_in_the_file'],
    ['another format', (d: Json) => (d.format = 'escale-missions/2'), 'format: format_unknown'],
    ['no mission', (d: Json) => (d.missions = []), 'missions: no_mission'],
    ['a lead among the partners', (d: Json) => (d.missions[0].partners[0].role = 'lead'), 'missions[0].partners[0].role: invalid_value'],
    ['a city we do not know', (d: Json) => delete d.missions[0].legs[1].timeZone, 'missions[0].legs[1].timeZone: zone_unknown'],
    ['legs that overlap', (d: Json) => (d.missions[0].legs[1].startsOn = '2024-04-15'), 'missions[0].legs[1]: legs_overlap'],
    ['a confirmed mission without dates', (d: Json) => (d.missions[1].state = 'confirmed'), 'missions[1].state: confirmed_needs_dates'],
    [
      'a wrong identifier',
      (d: Json) => (d.missions[0].partners[0].organisation.identifiers = [{ scheme: 'FR-SIREN', value: '123456789' }]),
      'missions[0].partners[0].organisation: identifier_checksum_wrong',
    ],
    [
      'an address that is none',
      (d: Json) => (d.missions[0].members[0].email = 'ici'),
      'missions[0].members[0].email: email_is_one_address',
    ],
    ['two heads', (d: Json) => (d.missions[0].members[1].function = 'head'), 'missions[0].members[1].function: two_heads_in_the_file'],
    [
      'a rate that is missing',
      (d: Json) => delete d.missions[0].expenses[1].conversion,
      'missions[0].expenses[1].conversion.rate: rate_needed',
    ],
    [
      'a rate of zero',
      (d: Json) => (d.missions[0].expenses[1].conversion.rate = '0'),
      'missions[0].expenses[1].conversion.rate: rate_not_positive',
    ],
    [
      'a beneficiary who is no partner',
      (d: Json) => (d.missions[0].expenses[2].benefits.partner = 'Personne'),
      'missions[0].expenses[2].benefits: beneficiary_unknown',
    ],
    [
      'a document number used twice',
      (d: Json) => (d.missions[0].expenses[1].key = 'FA-2024-0310'),
      'missions[0].expenses[1].key: key_twice_in_the_file',
    ],
  ])('%s', async (_, change, expected) => {
    const before = await journalLength()

    const problems = await problemsOf(example((document) => void change(document)))

    expect(problems).toContain(expected)
    expect(await journalLength()).toBe(before)
  })

  test('several mistakes of several missions are said at once', async () => {
    const problems = await problemsOf(
      example(({ missions: [montreal, lisbon] }) => {
        montreal.members[0].email = 'ici'
        montreal.expenses[2].benefits.partner = 'Personne'
        lisbon.state = 'confirmed'
      }),
    )

    expect(problems).toEqual([
      'missions[0].members[0].email: email_is_one_address',
      'missions[0].expenses[2].benefits: beneficiary_unknown',
      'missions[1].state: confirmed_needs_dates',
    ])
  })

  test('text that is not JSON', () => {
    expect(readMissionDocument('{"format": ')).toMatchObject({ ok: false, problem: [{ path: [], code: 'not_json' }] })
    expect(readMissionDocument(`\uFEFF${text}`).ok).toBe(true)
  })
})

describe('the words of a command', () => {
  const config = readConfig({})

  test('name one file, which can be read', async () => {
    await expect(missionImport(config, [], 'mission import FILE')).rejects.toThrow('Name one file: escale mission import')
    await expect(missionImport(config, ['one.json', 'two.json'], 'mission import FILE')).rejects.toThrow('Name one file')
    await expect(missionImport(config, ['no-such-file.json'], 'mission import FILE')).rejects.toThrow('no-such-file.json cannot be read')
    await expect(missionImport(config, ['one.json', '--who', 'me'], 'mission import FILE')).rejects.toThrow('--who')
  })

  test('say which missions, and where to write their act', async () => {
    await expect(actBuild(config, ['--missions', ' , ', '--out', 'here'], 'act build')).rejects.toThrow('Say which missions')
    await expect(actBuild(config, ['--missions', 'Gênes', '--agreement', 'Gênes', '--out', 'here'], 'act build')).rejects.toThrow(
      'which agreement',
    )
    await expect(actBuild(config, ['--agreement', 'Gênes', '--out', 'here', '--kind', 'ratification'], 'act build')).rejects.toThrow(
      'is agreement, not ratification',
    )
    await expect(actBuild(config, ['--missions', 'Gênes'], 'act build')).rejects.toThrow('where to write')
    await expect(actBuild(config, ['--missions', 'Gênes', '--out', 'here', '--kind', 'mandate'], 'act build')).rejects.toThrow(
      'not mandate',
    )
  })
})

describe('who acts', () => {
  test('a reader may not enter missions', async () => {
    const reader = await world.join(department.organisationId, ['reader'])

    await expect(enter(example(), reader)).rejects.toThrow(Forbidden)
  })

  test('is an account, and one of its organisations when it has several', async () => {
    const email = `${department.accountId}@example.org`
    const whoIs = (as: string | undefined, organisation?: string) => callerOf(world.services, { as, organisation })

    expect(await whoIs(email.toUpperCase())).toEqual(department)
    await expect(whoIs('nobody@example.org')).rejects.toThrow('nobody@example.org acts for no organisation here')
    await expect(whoIs(undefined)).rejects.toThrow('Say who acts, with --as EMAIL, or for whom, with --for: ')

    const second = await world.found('Seconde maison')
    await withOwner(world.ownerUrl, (owner) =>
      owner.query('insert into identity.membership (account_id, organisation_id, roles) values ($1, $2, $3)', [
        department.accountId,
        second.organisationId,
        ['officer'],
      ]),
    )
    await expect(whoIs(email)).rejects.toThrow('say which with --for')
    expect(await whoIs(email, 'Seconde maison')).toEqual({ ...department, organisationId: second.organisationId })
    expect(await whoIs(undefined, department.organisationId)).toEqual(department)
    await expect(whoIs(email, 'Ailleurs')).rejects.toThrow('does not act for Ailleurs')
    await expect(whoIs(undefined, 'Ailleurs')).rejects.toThrow('Nobody here acts for Ailleurs')
  })

  test('needs no naming where one organisation works', async () => {
    const alone = await openWorld(inject('templateUrl'))
    try {
      await expect(callerOf(alone.services, { as: undefined, organisation: undefined })).rejects.toThrow('Nobody here may act')
      const only = await alone.found('Commune isolée', 'municipality')
      await alone.join(only.organisationId, ['reader'])

      expect(await callerOf(alone.services, { as: undefined, organisation: undefined })).toEqual(only)
    } finally {
      await alone.close()
    }
  })
})
