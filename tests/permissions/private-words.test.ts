import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { unzipAll } from '#modules/acts/documents/unzip.fixture.ts'
import { withOwner } from '#platform/db.ts'
import { type Expectation, expectations } from './expectations.ts'
import { type VisitorName, openApplication } from './house.ts'
import { objectsOf } from './objects.ts'

/**
 * What the Département keeps for itself, on a mission it shares and in its directory, each with a word found nowhere else. Every page and every file is then read by a partner
 * and by a stranger, PDF with their metadata and workbooks unzipped: none holds one of these words, and to the Département's own people each is shown.
 */
const planted = {
  note: `insert into programme.note (mission_id, organisation_id, item_id, body) values ($mission, $own, $item, $word)`,
  message: `insert into missions.message (mission_id, organisation_id, is_shared, body, author_name, written_at) values ($mission, $own, false, $word, 'Claire', now())`,
  task: `insert into missions.task (mission_id, organisation_id, is_shared, title, owner_organisation_id) values ($mission, $own, false, $word, $own)`,
  narrative: `insert into missions.narrative (mission_id, organisation_id, body) values ($mission, $own, jsonb_build_object('fr', $word::text))
    on conflict (mission_id, organisation_id) do update set body = excluded.body`,
  contactNotes: `insert into delegations.member_contact (member_id, mission_id, organisation_id, notes) values ($member, $mission, $own, $word)
    on conflict (member_id) do update set notes = excluded.notes`,
  contactEmail: `update delegations.member_contact set email = $word || '@example.org' where member_id = $member`,
  expense: `insert into budget.expense (mission_id, organisation_id, spent_on, supplier, category, amount_cents, currency, base_cents, base_currency)
    values ($mission, $own, '2017-11-06', $word, 'other', 100, 'EUR', 100, 'EUR')`,
  promise: `insert into visits.promise (mission_id, organisation_id, what, promised_by, promised_to, is_ours) values ($reception, $own, $word, 'A', 'B', true)`,
  gift: `insert into visits.gift (organisation_id, mission_id, direction, on_day, description, giver, recipient, value_cents, qualifier)
    values ($own, $mission, 'received', '2017-11-06', $word, 'A', 'B', 100, 'exact')`,
  locator: `insert into departure.booking (mission_id, organisation_id, label, locator) values ($mission, $own, 'Groupe', $word)`,
  lodging: `insert into departure.lodging (mission_id, organisation_id, name) values ($mission, $own, $word)`,
  cityFact: `insert into relations.fact (organisation_id, city_id, label, value, year, source) values ($own, $city, '{"fr": "Rang"}', $word, 2017, 'Essai')`,
  exchange: `insert into relations.exchange (organisation_id, city_id, kind, direction, on_day, subject, person_id)
    values ($own, $city, 'letter', 'received', '2017-11-06', $word, $person)`,
  networkRole: `insert into relations.membership (organisation_id, network_code, city_id, detail, source)
    values ($own, 'aimf', $city, jsonb_build_object('fr', $word::text), 'Essai')`,
  personEmail: `update directory.person set email = $word || '@example.org' where id = $person`,
  personCapacity: `insert into directory.affiliation (person_id, affiliated_to_id, capacity) values ($person, $own, jsonb_build_object('fr', $word::text))`,
} as const
type Field = keyof typeof planted
const fields = Object.keys(planted) as Field[]
const wordOf = (field: Field) => `zeugma${field.toLowerCase()}`

let application: Awaited<ReturnType<typeof openApplication>>
let objects: Readonly<Record<string, string>>

beforeAll(async () => {
  application = await openApplication(inject('templateUrl'))
  objects = await objectsOf(application.databaseUrl)
  await withOwner(application.databaseUrl, async (owner) => {
    for (const field of fields) {
      const { miami: mission, department: own, item, member, reception, city, person } = objects
      const names: Readonly<Record<string, string | undefined>> = {
        mission,
        own,
        item,
        member,
        reception,
        city,
        person,
        word: wordOf(field),
      }
      await owner.query(planted[field].replaceAll(/\$(\w+)/g, (_whole, name: string) => `'${names[name]}'`))
    }
  })
}, 180_000)
afterAll(() => application.close())

/** The fields whose word somebody reads, at any of these addresses. */
async function readBy(visitor: VisitorName, addresses = /^/): Promise<Field[]> {
  const found = new Set<Field>()
  for (const [pattern, { params = {} }] of Object.entries<Expectation>(expectations)) {
    if (!addresses.test(pattern)) continue
    const response = await application.request(visitor, pathOf(pattern, params))
    const words = await wordsOf(response)
    for (const field of fields) if (words.includes(wordOf(field))) found.add(field)
  }
  return [...found].toSorted()
}

function pathOf(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_whole, name: string) => objects[params[name] ?? ''] ?? params[name] ?? '').replace('*', 'nulle/part')
}

/** All that an answer says, headers included. */
async function wordsOf(response: Response): Promise<string> {
  const head = JSON.stringify([...response.headers])
  const type = response.headers.get('content-type') ?? ''
  if (response.status !== 200 || /^(text|application\/(json|manifest))/.test(type)) return `${head}${await response.text()}`
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (type.includes('pdf')) return `${head}${await wordsOfPdf(bytes)}`
  if (type.includes('officedocument')) return `${head}${unzipAll(bytes).join('')}`
  return `${head}${Buffer.from(bytes).toString('utf8')}`
}

async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const open = await getDocument({ data: bytes, verbosity: 0 }).promise
  const said = [JSON.stringify(await open.getMetadata())]
  for (let number = 1; number <= open.numPages; number += 1) {
    const { items } = await (await open.getPage(number)).getTextContent()
    said.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await open.loadingTask.destroy()
  return said.join('')
}

test('those who wrote it read each of these words somewhere', async () => {
  expect(await readBy('claire', /^\/(missions\/:missionId|visites|annuaire)/)).toEqual(fields.toSorted())
}, 120_000)

test.each(['lucie', 'giulia'] as const)(
  '%s reads none of them, on no page and in no file',
  async (visitor) => {
    expect(await readBy(visitor)).toEqual([])
  },
  120_000,
)
