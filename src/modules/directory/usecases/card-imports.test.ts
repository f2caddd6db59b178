import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { type Caller, type Ctx, act, readAs } from '#platform/context.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import { readTable } from '#platform/tabular/read-table.ts'
import { writeListFile } from '#platform/tabular/write-list-file.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { FileKind } from '../domain/card-columns.ts'
import type { NamesakeRule } from '../domain/card-import.ts'
import { vcardsOf } from '../domain/vcard.ts'
import { listOrganisationCards } from '../sql/organisations.ts'
import { listPeopleCards } from '../sql/people.ts'
import { organisationTable, personTable } from '../ui/card-table.ts'
import { confirmCards, heldCards, holdCards } from './hold-card-import.ts'
import { readCardSource } from './read-card-source.ts'
import { showCards } from './show-card-import.ts'

let platform: TestPlatform
let house: TestOrganisation
let port: TestOrganisation
let reader: Caller

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  house = await aWorkspace(platform, 'Département de Rochebrune')
  port = await aWorkspace(platform, 'Port du Détroit')
  reader = await aColleague(platform, house, ['reader', 'finance', 'assembly'])
})
afterAll(() => platform.close())

const as = <Value, Problem>(caller: Caller, run: (ctx: Ctx) => Promise<Outcome<Value, Problem>>) => act(platform.services, caller, run)
const read = <Value>(caller: Caller, run: (ctx: Ctx) => Promise<Value>) => readAs(platform.services, caller, run)
const hold = async (content: string | Uint8Array<ArrayBuffer>, kind: FileKind = 'person', caller = house.caller) => {
  const form = new FormData()
  form.set('file', new File([content], 'cartes'))
  const { table, sourceName } = valueOf(await readCardSource(form, kind, 'fr'))
  return valueOf(await as(caller, (ctx) => holdCards(ctx, kind, table, sourceName)))
}
const check = (id: string, rule: NamesakeRule = 'aside', kind: FileKind = 'person', caller = house.caller) =>
  read(caller, async (ctx) => (await showCards(ctx, kind, id, { isChecking: true, showsAll: true, rule })).check)
const confirm = (id: string, rule: NamesakeRule = 'aside', kind: FileKind = 'person', caller = house.caller) =>
  as(caller, (ctx) => confirmCards(ctx, kind, id, rule))
const people = (caller = house.caller) => read(caller, ({ tx }) => listPeopleCards(tx, null, 1000))
const effects = async (id: string, rule?: NamesakeRule, kind?: FileKind) =>
  (await check(id, rule, kind))?.lines.map(({ effect, note }) => [effect, note?.code ?? null])

describe('a file of people', () => {
  test('is refused to a colleague who only reads, and is nowhere for another organisation', async () => {
    await expect(hold('Prénom;Nom\nAda;Prima', 'person', reader)).rejects.toThrow(Forbidden)
    const id = await hold('Prénom;Nom\nAda;Prima')
    await expect(check(id, 'aside', 'person', port.caller)).rejects.toThrow(NotFound)
    await expect(check(id, 'aside', 'organisation')).rejects.toThrow(NotFound)
  })

  test('names organisations: one that is unknown needs its country, said where it is missing, and then has its card', async () => {
    const id = await hold('Prénom;Nom;Organisation;Fonction;Courriel\nAda;Secunda;Comune di Nessunluogo;Sindaca;ada@example.org')
    expect((await check(id))?.lines[0]?.cells.find(({ column }) => column === 'country')).toMatchObject({
      problem: 'country_of_new_organisation',
    })
    expect(await confirm(id)).toMatchObject({ ok: false, problem: { code: 'import_has_problems' } })

    const mended = valueOf(
      await as(house.caller, (ctx) => heldCards('person', id).correct(ctx, [{ line: 2, column: 'country', text: 'Italie' }])),
    )
    expect(valueOf(await confirm(mended))).toEqual({ created: 1, updated: 0, same: 0 })
    expect((await people()).find(({ familyName }) => familyName === 'Secunda')?.affiliations).toMatchObject([
      { capacity: { fr: 'Sindaca' }, organisation: { name: 'Comune di Nessunluogo', country: 'IT', kind: 'other' } },
    ])
    expect(await confirm(mended)).toMatchObject({ ok: false, problem: { code: 'import_closed' } })
  })

  test('a name that is known already is a question, with three answers, and the other directory is never asked', async () => {
    valueOf(await confirm(await hold('Prénom;Nom;Courriel\nZoé;Tertia;zoe@example.org\nLéa;Quarta;')))
    valueOf(await confirm(await hold('Prénom;Nom\nAnna;Quinta', 'person', port.caller), 'aside', 'person', port.caller))
    const file = 'Prénom;Nom;Courriel;Téléphone\nZOE;TERTIA;zoe@example.org;+33491000001\nLea;Quarta;lea@example.org;\nAnna;Quinta;;'

    const id = await hold(file)
    expect(await effects(id)).toEqual([
      ['update', null],
      ['same', 'aside'],
      ['create', null],
    ])
    expect(await effects(id, 'complete')).toContainEqual(['update', 'complete'])
    expect(await effects(id, 'another')).toContainEqual(['create', 'another'])
    expect(valueOf(await confirm(id, 'complete'))).toEqual({ created: 1, updated: 2, same: 0 })
    expect((await people()).filter(({ familyName }) => familyName === 'Quarta')).toMatchObject([{ email: 'lea@example.org' }])
  })

  test('an address that somebody else has is told, and nobody is mistaken for them', async () => {
    valueOf(await confirm(await hold('Prénom;Nom;Courriel\nInès;Sexta;accueil@example.org')))

    expect(await effects(await hold('Prénom;Nom;Courriel\nJean;Septimus;ACCUEIL@example.org'))).toEqual([['create', 'same_email']])
  })

  test('what cannot be is told on its cell, and nothing is written', async () => {
    const id = await hold('Prénom;Nom;Courriel;Depuis le\nPaul;Octavus;pas une adresse;\nPaul;Nonus;;32/13/2017')
    const problems = (await check(id))?.lines.flatMap(({ cells }) =>
      cells.flatMap(({ column, problem }) => (problem ? [[column, problem]] : [])),
    )

    expect(problems).toEqual([
      ['email', 'email_malformed'],
      ['startsOn', 'date_malformed'],
    ])
    expect(await confirm(id)).toMatchObject({ ok: false })
    expect((await people()).some(({ familyName }) => familyName === 'Octavus')).toBe(false)
  })
})

describe('what leaves comes back', () => {
  const file = `Prénom;Nom;Nom dans son écriture;Courriel;Organisation;Pays de l’organisation;Fonction;Depuis le;Fondement;Consentement donné le;Consentement donné comment
Natalía;Decima;Ναταλία;natalia@example.org;Δήμος;Grèce;Maire;01/03/2014;Consentement;02/03/2018;carte remise
Natalía;Decima;;natalia@example.org;Périphérie;Grèce;Conseillère;;;;
=2+2;Undecima;;;;;;;;;`

  test('a file written by the directory changes nothing when it is read again, in CSV, XLSX and vCard', async () => {
    expect(valueOf(await confirm(await hold(file)))).toEqual({ created: 2, updated: 1, same: 0 })
    const cards = (await people()).filter(({ familyName }) => ['Decima', 'Undecima'].includes(familyName))
    expect(cards.map(({ givenName }) => givenName)).toEqual(['Natalía', '=2+2'])
    expect(cards[0]?.affiliations).toHaveLength(2)

    for (const format of ['csv', 'xlsx']) {
      const bytes = await (await writeListFile([personTable(cards, 'en')], 'people', format, platform.services.now())).bytes()
      expect(valueOf(readTable(bytes)).rows).toHaveLength(3)
      expect(await effects(await hold(bytes))).toEqual([
        ['same', null],
        ['same', null],
        ['same', null],
      ])
    }
    const { today, organisations } = await read(house.caller, async (ctx) => ({
      today: ctx.today,
      organisations: await listOrganisationCards(ctx.tx, null, 100),
    }))
    const vcards = vcardsOf(cards, organisations, today, { honorifics: { mme: 'Mme', m: 'M.' }, locale: 'fr' })
    expect((await effects(await hold(vcards)))?.map(([effect]) => effect)).toEqual(['same', 'same', 'same'])
    expect((await effects(await hold(vcards, 'organisation'), 'aside', 'organisation'))?.every(([effect]) => effect === 'same')).toBe(true)
  })

  test('a file of organisations completes the cards one keeps, by their numbers, and leaves those of others', async () => {
    const first = 'Nom;Pays;Nature;SIREN\nSociété Exemple;France;Entreprise;356000000\nPort du Détroit;FR;;'
    const id = await hold(first, 'organisation')
    expect(await effects(id, 'complete', 'organisation')).toEqual([
      ['create', null],
      ['same', 'kept_elsewhere'],
    ])
    valueOf(await confirm(id, 'complete', 'organisation'))

    const second = await hold('Nom;Pays;SIREN;Ville;Site\nExemple SA;France;356 000 000;Nice;exemple.example', 'organisation')
    expect(valueOf(await confirm(second, 'aside', 'organisation'))).toEqual({ created: 0, updated: 1, same: 0 })
    const cards = await read(house.caller, ({ tx }) => listOrganisationCards(tx, null, 100))
    const card = cards.find(({ name }) => name === 'Exemple SA')
    expect(card).toMatchObject({
      kind: 'company',
      cityName: 'Nice',
      website: 'https://exemple.example/',
      identifiers: [{ scheme: 'FR-SIREN', value: '356000000' }],
    })
    const bytes = await (await writeListFile([organisationTable(cards, 'fr')], 'o', 'csv', platform.services.now())).bytes()
    expect((await effects(await hold(bytes, 'organisation'), 'aside', 'organisation'))?.every(([effect]) => effect === 'same')).toBe(true)
  })
})
