import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { cloneDatabase } from '#tests/database.ts'
import { demoTemplate, testEnvironment } from '#tests/demo.ts'

/** The commands, in processes of their own, on a copy of the demonstration: the documents' facts entered as data give back their figures. */
const root = join(import.meta.dirname, '../..')
let copy: Awaited<ReturnType<typeof cloneDatabase>>
let folder: string

beforeAll(async () => {
  copy = await cloneDatabase(await demoTemplate(inject('templateUrl')))
  folder = mkdtempSync(join(root, '.escale', 'act-'))
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await copy.drop()
})

const escale = (...words: string[]) =>
  execFileSync(process.execPath, ['src/app/cli.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...testEnvironment, DATABASE_URL: copy.url },
  })
const facts = () => JSON.parse(escale('facts', '--json')) as Record<string, number>

const ofTheReport = {
  'ratification2017.totalCents': 13_910_894,
  'ratification2017.genoaCents': 117_787,
  'ratification2017.miamiCents': 13_355_852,
  'ratification2017.milanCents': 437_255,
  'ratification2017.genoaDays': 2,
  'ratification2017.miamiDays': 7,
  'ratification2017.milanDays': 3,
  'ratification2017.members': 28,
  'ratification2017.miamiMembers': 20,
  'ratification2017.miamiElected': 6,
  'ratification2017.miamiGuests': 7,
  'ratification2017.miamiStaff': 7,
  'ratification2017.genoaDaysToVote': 476,
  'ratification2017.miamiDaysToVote': 455,
  'ratification2017.milanDaysToVote': 428,
}

test('the facts are those of the report of 8 February 2019', () => {
  expect(facts()).toMatchObject(ofTheReport)
})

test('what documents state of a year stands beside what is counted, and is never mixed with it', () => {
  expect(facts()).toMatchObject({
    'nice2016.statedDelegationsReceived': 52,
    'nice2016.statedHostedEvents': 32,
    'nice2016.statedMissions': 13,
    'marseille2017.statedDelegationsReceivedAtLeast': 96,
    'marseille2017.countedDelegationsReceived': 0,
    'marseille2017.countedMissions': 1,
  })
})

test('Miami is as the City announced it: eight partners, forty companies, more than twenty events, three round tables', () => {
  const said = facts()

  expect(said).toMatchObject({ 'miami2017.partners': 8, 'miami2017.companies': 40, 'miami2017.roundTables': 3 })
  expect(said['miami2017.events']).toBeGreaterThan(20)
})

test('Miami held two hundred meetings, five for each company, nobody and nothing in two places at once', () => {
  expect(facts()).toMatchObject({ 'miami2017.meetings': 200, 'miami2017.meetingsPerCompany': 5, 'miami2017.doubleBookings': 0 })
})

test('Nantes left with four organisers, a hundred persons and fifty organisations, for eight days in two cities', () => {
  expect(facts()).toMatchObject({
    'nantes2024.persons': 100,
    'nantes2024.organisations': 50,
    'nantes2024.coOrganisers': 4,
    'nantes2024.legs': 2,
    'nantes2024.days': 8,
  })
})

test('the registers hold what Paris, Genoa, Nantes and Nice made public', () => {
  expect(facts()).toMatchObject({
    'paris.agreementsExisting': 3,
    'paris.agreementsPlanned': 3,
    'parisMontreal.domains': 5,
    'parisSanFrancisco.domains': 4,
    'genoa2017.parties': 3,
    'nantesQuebec2024.domains': 3,
    'xiamenLicence.years': 5,
    'nice.priorityDestinations': 20,
    'nice.sharedDestinations': 7,
    'nice.sharedCountries': 3,
  })
})

test('the act is written as PDF and DOCX, with its total and its sentences', () => {
  const said = escale(
    'act',
    'build',
    '--missions',
    'Mission à Gênes, Miami, Mission à Milan',
    '--kind',
    'ratification',
    '--out',
    folder,
    '--as',
    'claire.aubanel@departement.demo',
  )

  expect(said).toContain('Total: 139\u202F108,94\u00A0€')
  expect(said).toContain('quatre membres, dont deux conseillers départementaux et deux agents de la collectivité')
  expect(said).toContain('vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité')
  expect(said).toContain('quatre membres, dont deux conseillers départementaux, un invité et un agent de la collectivité')
  expect(readFileSync(join(folder, 'rapport.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(readFileSync(join(folder, 'deliberation.docx')).subarray(0, 2).toString()).toBe('PK')
})

test('one more expense in the database changes the figures by as much', async () => {
  await withOwner(copy.url, (owner) =>
    owner.query(`insert into budget.expense (mission_id, organisation_id, spent_on, supplier, category, amount_cents, currency, base_cents, base_currency)
      select mission_id, organisation_id, spent_on, 'Taxi', 'transport', 1, 'EUR', 1, 'EUR' from budget.expense where supplier = 'Calanques Voyages' and amount_cents = 3184600`),
  )

  expect(facts()).toMatchObject({ ...ofTheReport, 'ratification2017.miamiCents': 13_355_853, 'ratification2017.totalCents': 13_910_895 })
})
