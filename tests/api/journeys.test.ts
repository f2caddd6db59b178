import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Call, type Door, openDoor } from './door.ts'
import { type Holder, type Keyring, openKeyring } from './keyring.ts'

/** What a program of the Département really does, from the first call to the exact total. */
let keyring: Keyring
let door: Door

beforeAll(async () => {
  keyring = await openKeyring(inject('templateUrl'))
  door = await openDoor(keyring)
}, 180_000)
afterAll(async () => {
  await door.close()
  await keyring.drop()
})

async function ask(who: Holder, path: string, call: Call = {}) {
  const { status, json } = await door.call(who, `/api/v1${path}`, call)
  return { status, json }
}
const post = (who: Holder, path: string, body?: unknown) => ask(who, path, { method: 'POST', ...(body === undefined ? {} : { body }) })

const aLeg = (cityName: string, startsOn: string, endsOn: string) => ({ cityName: { fr: cityName }, startsOn, endsOn })

async function aMission(title: string, legs: readonly object[]): Promise<string> {
  const { status, json } = await post('officer', '/missions', { title: { fr: title }, legs, objectives: [{ fr: 'Ouvrir une ligne' }] })
  expect(status).toBe(201)
  return json.id
}

describe('a mission, from its opening to its total', () => {
  let missionId = ''

  beforeAll(async () => {
    missionId = await aMission('Mission à Turin et Milan', [
      aLeg('Turin', '2024-03-04', '2024-03-05'),
      aLeg('Milan', '2024-03-05', '2024-03-07'),
    ])
  })

  test('is opened with its cities found and its dates those of its legs', async () => {
    const { json } = await ask('officer', `/missions/${missionId}`)

    expect(json).toMatchObject({ state: 'preparation', startsOn: '2024-03-04', endsOn: '2024-03-07', version: expect.any(Number) })
    expect(json.legs.map((leg: Record<string, unknown>) => [leg.country, leg.timeZone])).toEqual([
      ['IT', 'Europe/Rome'],
      ['IT', 'Europe/Rome'],
    ])
    expect(json.leadOrganisationId).toBe(keyring.objects.department)
  })

  test('is changed by whoever saw its last version, and whoever did not is shown it', async () => {
    const { json: seen } = await ask('officer', `/missions/${missionId}`)
    const change = (fr: string) =>
      ask('officer', `/missions/${missionId}`, { method: 'PATCH', body: { version: seen.version, title: { fr } } })

    const first = await change('Mission en Piémont et en Lombardie')
    const late = await change('Un autre titre')

    expect([first.status, first.json.title, first.json.objectives]).toEqual([
      200,
      { fr: 'Mission en Piémont et en Lombardie' },
      [{ fr: 'Ouvrir une ligne' }],
    ])
    expect([late.status, late.json.code]).toEqual([409, 'stale_edit'])
    expect(late.json.details.saved).toEqual(first.json)
  })

  test('read and sent back as it is stays as it is', async () => {
    const { json: seen } = await ask('officer', `/missions/${missionId}`)

    const { status, json } = await ask('officer', `/missions/${missionId}`, { method: 'PATCH', body: seen })

    const withoutRows = (mission: typeof json) => ({
      ...mission,
      version: 0,
      legs: mission.legs.map((leg: object) => ({ ...leg, id: '' })),
    })
    expect(status).toBe(200)
    expect(withoutRows(json)).toEqual(withoutRows(seen))
  })

  test('takes its delegation: persons, organisations and companies are three counts', async () => {
    const someone = (givenName: string, category: string, others: object = {}) => ({
      givenName,
      familyName: 'Du Programme',
      category,
      ...others,
    })
    for (const member of [
      someone('Anne', 'elected', { function: 'head' }),
      someone('Bruno', 'staff', { contact: { email: 'bruno@example.org', phone: null, notes: null } }),
      someone('Chloé', 'company', { represents: 'Ateliers du Port' }),
      someone('David', 'company', { represents: 'ateliers du port' }),
    ])
      expect((await post('officer', `/missions/${missionId}/members`, member)).status).toBe(201)

    const { json } = await ask('reader', `/missions/${missionId}/member-counts`)
    expect(json).toMatchObject({ persons: 4, organisations: 2, companies: 1, byCategory: { elected: 1, staff: 1, company: 2, guest: 0 } })
  })

  test('adds its expenses up to the cent: converted once, corrected by reversal, never rounded', async () => {
    const expenses = `/missions/${missionId}/expenses`
    const line = (cents: number, others: object = {}) => ({
      spentOn: '2024-03-05',
      supplier: 'Fournisseur',
      category: 'transport',
      amount: { cents, currency: 'EUR' },
      ...others,
    })
    const franc = { from: 'EUR', to: 'CHF', rate: '0.9623', rateDate: '2024-03-05', rateSource: 'Banque centrale européenne' }

    await post('finance', expenses, line(117_787))
    await post('finance', expenses, line(10_001, { category: 'lodging', amount: { cents: 10_001, currency: 'CHF' }, conversion: franc }))
    const { json: wrong } = await post('officer', expenses, line(99_999))
    const corrected = await post('finance', `${expenses}/${wrong.id}/correct`, { ...line(9_999), reason: 'Virgule mal placée' })

    const { json } = await ask('finance', `/missions/${missionId}/expense-totals`)
    const own = json.totals.filter((total: { organisationId: string }) => total.organisationId === keyring.objects.department)
    expect(corrected.status).toBe(201)
    // 100,01 CHF ÷ 0,9623 = 103,928… → 103,93 €
    expect(Object.fromEntries(own.map((total: { category: string; total: object }) => [total.category, total.total]))).toEqual({
      transport: { cents: 117_787 + 9_999, currency: 'EUR' },
      lodging: { cents: 10_393, currency: 'EUR' },
    })
    const { json: lines } = await ask('finance', expenses)
    expect(lines.items).toHaveLength(5)
  })

  test('keeps its mandate and its narrative for its own, and closes its accounts for good lines', async () => {
    await ask('assembly', `/missions/${missionId}/mandate`, {
      method: 'PUT',
      body: { decidedBy: 'standing_committee', decidedOn: '2024-02-16', reference: '24-031' },
    })
    await ask('officer', `/missions/${missionId}/narrative`, { method: 'PUT', body: { version: 0, body: { fr: 'La ligne est ouverte.' } } })

    const closed = await post('finance', `/missions/${missionId}/accounts/close`)
    const late = await post('finance', `/missions/${missionId}/expenses`, {
      spentOn: '2024-03-06',
      supplier: 'Trop tard',
      category: 'meals',
      amount: { cents: 1200, currency: 'EUR' },
    })

    expect(closed.json).toMatchObject({
      mandate: { decidedOn: '2024-02-16' },
      narrative: { body: { fr: 'La ligne est ouverte.' }, version: 1 },
      accountsClosedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
    expect([late.status, late.json.code, late.json.details.problems]).toEqual([
      422,
      'expense_to_mend',
      [{ field: '', code: 'accounts_closed' }],
    ])
  })

  test('tells who did what: the key, the event, what was before and after', async () => {
    const { json } = await ask('reader', `/missions/${missionId}/history?limit=200`)

    const renamed = json.items.find(
      (entry: { event: string; operation: string; entity: string }) =>
        entry.event === 'mission.changed' && entry.entity === 'missions.mission',
    )
    expect(renamed).toMatchObject({
      actorName: 'Clé officer',
      organisationName: expect.stringContaining('Département'),
      before: { title: { fr: 'Mission à Turin et Milan' } },
      after: { title: { fr: 'Mission en Piémont et en Lombardie' } },
    })
    const contacts = json.items.filter(({ entity }: { entity: string }) => entity === 'delegations.member_contact')
    expect(contacts.length).toBeGreaterThan(0)
    expect(JSON.stringify(json)).not.toContain('bruno@example.org')
  })
})

describe('an act, from its missions to the national file', () => {
  const act = (call: string) => `/acts/${keyring.objects.act}${call}`
  const put = (who: Holder, path: string, body: object) => ask(who, path, { method: 'PUT', body })

  test('states its total to the cent, its delegations in words, and what it lacks', async () => {
    const { json } = await ask('reader', act('/check'))

    expect(json.total).toEqual({ cents: 13_910_894, currency: 'EUR' })
    expect(json.missions.map((mission: Record<string, unknown>) => [mission.total, mission.composition])).toEqual([
      [{ cents: 117_787, currency: 'EUR' }, 'quatre membres, dont deux conseillers départementaux et deux agents de la collectivité'],
      [
        { cents: 13_355_852, currency: 'EUR' },
        'vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité',
      ],
      [
        { cents: 437_255, currency: 'EUR' },
        'quatre membres, dont deux conseillers départementaux, un invité et un agent de la collectivité',
      ],
    ])
    expect(json.blockingCount).toBe(0)
    expect(json.missing.map((fact: Record<string, unknown>) => [fact.code, fact.severity, fact.days])).toEqual([
      ['mandate_missing', 'warns', 476],
      ['mandate_missing', 'warns', 455],
      ['mandate_missing', 'warns', 428],
    ])
  })

  test('is opened about a mission, completed in its head, and given up', async () => {
    const { status, json: opened } = await post('officer', '/acts', { missionIds: [keyring.objects.hamburg] })
    const { json: mended } = await ask('assembly', `/acts/${opened.id}`, {
      method: 'PATCH',
      body: { version: opened.version, reference: '130.1', header: { place: 'Aix-en-Provence' }, meetingOn: '2027-02-05' },
    })
    const again = await post('officer', '/acts', { missionIds: [keyring.objects.hamburg] })
    const given = await post('officer', `/acts/${opened.id}/abandon`, { reason: 'Mission annulée' })

    expect([status, opened.state, opened.reference]).toEqual([201, 'draft', ''])
    expect(mended).toMatchObject({ reference: '130.1', meetingOn: '2027-02-05', header: { ...opened.header, place: 'Aix-en-Provence' } })
    expect([again.status, again.json.code]).toEqual([409, 'a_mission_has_one_act_at_a_time'])
    expect(given.json.state).toBe('withdrawn')
  })

  test('is submitted by whoever read it last, voted, made executory, and published as a row that passes the schema', async () => {
    const read = async () => (await ask('assembly', act('/check'))).json.digest as string
    const before = await read()
    await post('finance', `/missions/${keyring.objects.milan}/expenses`, {
      spentOn: '2017-12-06',
      supplier: 'Taxi milanais',
      category: 'transport',
      amount: { cents: 1250, currency: 'EUR' },
    })
    const unread = await post('assembly', act('/submit'), { digest: before })
    const submitted = await post('assembly', act('/submit'), { digest: await read() })

    expect([unread.status, unread.json.code]).toEqual([409, 'changed_since_read'])
    expect([submitted.status, submitted.json.state]).toEqual([200, 'submitted'])

    const attendance = { inOffice: 29, present: 25, represented: 2 }
    const vote = { outcome: 'adopted', on: '2019-02-08', attendance, deliberationNumber: '19-122' }
    const wrong = await post('assembly', act('/vote'), { ...vote, ballot: { for: 20, against: 1, abstained: 2 } })
    const voted = await post('assembly', act('/vote'), { ...vote, ballot: { for: 24, against: 1, abstained: 2 } })
    await put('assembly', act('/transmission'), { on: '2019-02-12', prefectureId: 'PREF013' })
    const published = await put('assembly', act('/publication'), { on: '2019-02-14', address: 'https://example.org/19-122' })

    expect([wrong.status, wrong.json.code, wrong.json.details]).toEqual([422, 'votes_do_not_add_up', { cast: 23, voters: 27 }])
    expect(voted.json.decision).toMatchObject({ outcome: 'adopted', ballot: { for: 24, against: 1, abstained: 2, notVoting: 0 } })
    expect(published.json).toMatchObject({ state: 'executory', executoryOn: '2019-02-14' })

    await put('assembly', act('/registration'), { deliberationNumber: '19-122', subjectCode: '5.6', budgetName: 'Budget principal' })
    const { json: lacking } = await ask('reader', act('/deliberation-row'))
    expect(lacking).toEqual({ row: null, problems: [{ column: 'COLL_SIRET', code: 'value_missing' }] })
    // What an administrator writes in the settings: no key administers.
    await door.rows(
      `insert into directory.organisation_identifier (organisation_id, scheme, value) values ('${keyring.objects.department}', 'FR-SIRET', '22130001500247')`,
    )
    const { json: complete } = await ask('reader', act('/deliberation-row'))
    expect(complete.problems).toEqual([])
    expect(complete.row).toMatchObject({
      DELIB_ID: '19-122',
      DELIB_DATE: '2019-02-08',
      VOTE_POUR: '24',
      VOTE_REEL: '27',
      PREF_DATE: '2019-02-12',
    })
  })

  test('once voted is the same file for ever, and says what has changed behind it', async () => {
    const file = () => door.call('reader', `/api/v1${act('/files/report.docx')}`)
    const first = await file()
    const late = await post('finance', `/missions/${keyring.objects.milan}/expenses`, {
      spentOn: '2017-12-06',
      supplier: 'Trop tard',
      category: 'meals',
      amount: { cents: 100, currency: 'EUR' },
    })
    await ask('officer', `/missions/${keyring.objects.genoaMission}/narrative`, {
      method: 'PUT',
      body: { version: 1, body: { fr: 'Autre récit.' } },
    })
    const second = await file()
    const { json } = await ask('reader', act('/differences'))

    expect(first.headers.get('content-disposition')).toBe('attachment; filename="rapport-122.55.docx"')
    expect(late.json.details.problems).toEqual([{ field: '', code: 'accounts_closed' }])
    expect(second.text).toBe(first.text)
    expect(json.differences.length).toBeGreaterThan(0)
  })
})

describe('a list', () => {
  test('is read page after page without a gap or a repetition, in the order of departure', async () => {
    const { json: whole } = await ask('officer', '/missions?limit=200')

    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { json } = await ask('officer', `/missions?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      ids.push(...json.items.map(({ id }: { id: string }) => id))
      cursor = json.nextCursor
    }

    expect(ids.length).toBeGreaterThan(4)
    expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id))
  })

  test('of missions finds one by a word of its title, whatever its accents', async () => {
    const { json } = await ask('officer', '/missions?q=genes')

    expect(json.items.map(({ title }: { title: { fr: string } }) => title.fr)).toEqual(['Mission à Gênes'])
    expect(json.items[0]).toMatchObject({ stage: 'ratified', ownRole: 'lead', cities: [{ fr: 'Gênes' }] })
  })

  test('of changes is read page after page to the first', async () => {
    const path = `/missions/${keyring.objects.miami}/history`
    const keys: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { json } = await ask('partner', `${path}?limit=50${cursor === '' ? '' : `&cursor=${cursor}`}`)
      keys.push(...json.items.map(({ key }: { key: string }) => key))
      cursor = json.nextCursor
    }

    expect(keys.length).toBeGreaterThan(50)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('what a program must not be able to do', () => {
  test('open a mission for another organisation, or in a state of its choice', async () => {
    const { json } = await post('officer', '/missions', {
      title: { fr: 'Mission prêtée' },
      leadOrganisationId: keyring.objects.marseille,
      organisationId: keyring.objects.marseille,
      state: 'confirmed',
      id: keyring.objects.miami,
      version: 40,
    })

    expect(json).toMatchObject({ leadOrganisationId: keyring.objects.department, state: 'idea', version: 1 })
    expect(json.id).not.toBe(keyring.objects.miami)
  })

  test('name as partner an organisation it cannot see: hidden and missing ones answer alike', async () => {
    const [hidden] = await door.rows<{ id: string }>(
      `insert into directory.organisation (kept_by, is_workspace, name, kind, country)
       values ('${keyring.objects.genoa}', false, 'Fiche de Gênes', 'company', 'IT') returning id`,
    )
    const missionId = await aMission('Mission aux aguets', [])
    const name = (organisationId: unknown) => post('officer', `/missions/${missionId}/partners`, { organisationId, role: 'partner' })

    const answers = [await name(hidden?.id), await name(crypto.randomUUID())]

    expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
      [422, 'organisation_unknown'],
      [422, 'organisation_unknown'],
    ])
  })

  test('administer: no role of a key opens a mission it has no seat in, whatever it says of itself', async () => {
    const { status } = await ask('foreign', `/missions/${keyring.objects.miami}`, {
      headers: { 'x-organisation': String(keyring.objects.marseille) },
    })

    expect(status).toBe(404)
  })
})
