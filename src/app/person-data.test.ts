import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { renderFile } from '#modules/acts/index.ts'
import { addPerson, affiliate, findCityByName } from '#modules/directory/index.ts'
import { listExchanges, noteExchange } from '#modules/relations/index.ts'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { listHistory } from '#platform/history.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { openZip } from '#platform/tabular/zip.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { readPdf } from '#tests/browser/office-files.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import { personDataDocument } from './person-data-document.ts'
import { archiveOf } from './person-archive.ts'
import { eraseAtRequest, purgeCards, readOverdueCards, readPersonData } from './person-data.ts'

let world: World
let house: Somebody
let stranger: Somebody
let miami: string

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  house = await world.found('Département de Rochebrune')
  stranger = await world.found('Ville de Rochebrune', 'municipality')
  miami = (await world.read(house, ({ tx }) => findCityByName(tx, 'Miami')))?.id ?? ''
})
afterAll(() => world.close())

const ground = (day: string) =>
  ({ legalBasis: 'public_task', consentedOn: null, consentSource: '', lastContactOn: asLocalDate(day) }) as const
const someone = (familyName: string, day = '2001-02-03') =>
  world
    .as(house, (ctx) =>
      addPerson(ctx, {
        givenName: 'Ada',
        familyName,
        honorific: null,
        originalScript: '',
        preferredLanguage: '',
        email: 'ada@example.org',
        phone: '',
        ground: ground(day),
      }),
    )
    .then(valueOf)
async function archiveFor(id: string, locale: 'fr' | 'en') {
  const { data, document, made } = await world.read(house, async (ctx) => {
    const read = await readPersonData(ctx, id)
    const frame = { organisation: ctx.actor.organisationName, now: ctx.now, zone: asTimeZone('Europe/Paris'), locale }
    return { data: read, document: personDataDocument(read, frame), made: { keptBy: frame.organisation, writtenAt: ctx.now } }
  })
  return { data, document, bytes: archiveOf(data, document, valueOf(await renderFile(document, 'pdf')), made) }
}
const overdue = async () => (await world.read(house, readOverdueCards)).map(({ familyName }) => familyName)
const letter = { kind: 'letter', direction: 'sent', subject: 'Merci', withWhom: 'Ada Zeugma' } as const

test('a stranger neither reads nor erases what is not theirs, and a colleague who is no administrator is refused', async () => {
  const id = await someone('Prima')
  const officer = await world.join(house.organisationId, ['officer'])

  await expect(world.read(stranger, (ctx) => readPersonData(ctx, id))).rejects.toThrow(NotFound)
  await expect(world.as(stranger, (ctx) => eraseAtRequest(ctx, id, true))).rejects.toThrow(NotFound)
  await expect(world.read(officer, (ctx) => readPersonData(ctx, id))).rejects.toThrow(Forbidden)
  await expect(world.as(officer, (ctx) => eraseAtRequest(ctx, id, true))).rejects.toThrow(Forbidden)
  await expect(world.read(officer, readOverdueCards)).rejects.toThrow(Forbidden)
})

test('a dry run tells the cards past their rule and touches none; a letter keeps one; only what is overdue is purged', async () => {
  const [gone, kept] = [await someone('Secunda'), await someone('Tertia')]
  const recent = await someone('Quarta', '2099-01-01')
  const today = await world.read(house, (ctx) => Promise.resolve(ctx.today))
  valueOf(await world.as(house, (ctx) => noteExchange(ctx, miami, { ...letter, withWhom: '', onDay: today, personId: kept })))

  expect(await overdue()).toContain('Secunda')
  expect(await overdue()).not.toContain('Tertia')
  expect(await overdue()).not.toContain('Quarta')
  expect(await world.as(house, (ctx) => purgeCards(ctx, [recent]))).toMatchObject({ ok: false, problem: { code: 'no_longer_overdue' } })
  expect(await world.as(house, (ctx) => purgeCards(ctx, []))).toMatchObject({ ok: false, problem: { code: 'nothing_chosen' } })
  expect(valueOf(await world.as(house, (ctx) => purgeCards(ctx, [gone])))).toEqual({ count: 1 })
  expect(await overdue()).not.toContain('Secunda')
})

test('erasing at a request leaves no word of the person: card, merge, letter, journal', async () => {
  const [id, other] = [await someone('Zeugma'), await someone('Zeugma-Bis')]
  valueOf(await world.as(house, (ctx) => noteExchange(ctx, miami, { ...letter, onDay: asLocalDate('2017-11-06'), personId: id })))
  expect(await world.as(house, (ctx) => eraseAtRequest(ctx, id, false))).toMatchObject({ ok: false, problem: { code: 'not_confirmed' } })

  expect(valueOf(await world.as(house, (ctx) => eraseAtRequest(ctx, id, true)))).toEqual({ delegations: 0, applications: 0 })
  valueOf(await world.as(house, (ctx) => eraseAtRequest(ctx, other, true)))

  const exchanges = await world.read(house, ({ tx }) => listExchanges(tx, miami))
  expect(exchanges.some(({ subject, withWhom, personId }) => subject === 'Merci' && withWhom === '' && personId === null)).toBe(true)
  const { rows } = await withOwner(world.ownerUrl, (owner) =>
    owner.query(`select count(*)::int as count from app.journal where payload::text ilike '%zeugma%'`),
  )
  expect(rows).toEqual([{ count: 0 }])
  const [entry] = await world.read(house, ({ tx }) => listHistory(tx, { entity: 'directory.erasure', limit: 1 }))
  expect(entry).toMatchObject({ event: 'person.erased', after: { reason: 'request', stayed: { delegations: 0, applications: 0 } } })
})

test('the archive tells all that is kept in words, as a tagged PDF and a page where nothing runs, and whole for programs', async () => {
  const id = await someone('<script>alert(1)</script>')
  const position = { capacity: { fr: 'Maire' }, startsOn: asLocalDate('2020-07-03'), endsOn: null, protocolRank: null }
  valueOf(await world.as(house, (ctx) => affiliate(ctx, id, house.organisationId, position)))
  const { data, document, bytes } = await archiveFor(id, 'fr')

  const zip = openZip(Buffer.from(bytes), 10_000_000)
  const json = JSON.parse(zip.read('donnees.json')?.toString() ?? '') as { card: { email: string }; history: unknown[] }
  expect(json.card.email).toBe('ada@example.org')
  expect(json.history).toHaveLength(data.history.length)
  const page = zip.read('donnees.html')?.toString() ?? ''
  for (const word of ['ada@example.org', 'Mission d’intérêt public', 'Maire', '3 juillet 2020', 'Documents', 'Rien.'])
    expect(page).toContain(word)
  expect(page).not.toContain('<script')
  expect(page).not.toMatch(/legalBasis|familyName|public_task|2020-07-03|[0-9a-f]{8}-[0-9a-f]{4}-/)
  const pdf = await readPdf(zip.read('donnees.pdf') ?? Buffer.alloc(0))
  expect(pdf.isTagged).toBe(true)
  expect(pdf.text).toContain('Missiond’intérêtpublic')
  expect(document.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(12)
})

test('the archive says the same in English', async () => {
  const { document } = await archiveFor(await someone('Quinta'), 'en')
  const said = JSON.stringify(document.blocks)

  for (const word of ['Data of Ada Quinta', 'Travels', 'Task in the public interest', 'Nothing.']) expect(said).toContain(word)
})

test('every constraint of an erasure and of a rule holds by its name', async () => {
  const owner = (query: string) => withOwner(world.ownerUrl, (client) => client.query(query))
  const erase = (reason: string, stayed: string, card = 'uuidv7()') =>
    owner(
      `insert into directory.erasure (organisation_id, card_id, reason, stayed, recorded_at) values ('${house.organisationId}', ${card}, '${reason}', '${stayed}', now())`,
    )

  await expect(erase('mood', '{}')).rejects.toThrow('reason_is_known')
  await expect(erase('rule', '[]')).rejects.toThrow('stayed_is_an_object')
  const card = `'01900000-0000-7000-8000-000000000009'`
  await erase('rule', '{}', card)
  await expect(erase('rule', '{}', card)).rejects.toThrow('a_card_is_erased_once')
  const rule = (basis: string, days: number, ground: string) =>
    owner(
      `insert into directory.retention_rule (legal_basis, valid_from, days, ground) values ('${basis}', '2030-01-01', ${days}, '${ground}')`,
    )
  await expect(rule('whim', 1, '{"fr":"x"}')).rejects.toThrow('legal_basis_is_known')
  await expect(rule('consent', 0, '{"fr":"x"}')).rejects.toThrow('kept_a_while_at_most')
  await expect(rule('consent', 1, '{}')).rejects.toThrow('ground_is_localized')
})
