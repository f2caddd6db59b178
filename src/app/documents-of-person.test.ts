import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAgreement, recordCommittee, recordStep, loadAgreement, writeWording } from '#modules/agreements/index.ts'
import { aDraft, aLife } from '#modules/agreements/register.fixture.ts'
import { linkCard } from '#modules/delegations/usecases/link-card.ts'
import { issueOrders, markItems, setSignatory } from '#modules/departure/index.ts'
import { aDeparture } from '#modules/departure/departure.fixture.ts'
import { addPerson } from '#modules/directory/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { addDocument, proposeItem, releaseProgramme } from '#modules/programme/index.ts'
import { words } from '#modules/programme/programme.fixture.ts'
import { declineRequest, enterRequest } from '#modules/visits/index.ts'
import { aLetter, aRequest } from '#modules/visits/requests.fixture.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import type { PersonDocument } from './documents-of-person.ts'
import { readPersonRelation } from './read-person-relation.ts'

/** Bob Arnal travels for the département, with a city that brings papers of its own; the city has a register where a Bob Arnal signs too. */
let world: Awaited<ReturnType<typeof aDeparture>>
let bob: string
beforeAll(async () => {
  world = await aDeparture(inject('templateUrl'))
  const { lead, city, missionId } = world
  bob = await card(lead, 'Bob')
  valueOf(await world.as(lead, (ctx) => linkCard(ctx, missionId, world.bob, bob)))
  for (const [who, name] of [
    [lead, 'Bob Arnal'],
    [lead, 'Jacob Arnal'],
    [city, 'Bob Arnal'],
  ] as const)
    await signed(who, name)
  await prepareToLeave()
  await receive('Bob Arnal', 'bob@example.org')
  await receive('Jacob Arnal', 'jacob@example.org')
  await bringPapers()
})
afterAll(() => world.close())

async function card(who: Somebody, givenName: string): Promise<string> {
  const facts = {
    familyName: 'Arnal',
    honorific: null,
    originalScript: '',
    preferredLanguage: '',
    email: 'bob@example.org',
    phone: '',
  } as const
  const ground = { legalBasis: 'public_task', consentedOn: null, consentSource: '', lastContactOn: null } as const
  return valueOf(await world.as(who, (ctx) => addPerson(ctx, { givenName, ...facts, ground })))
}

async function signed(who: Somebody, name: string): Promise<void> {
  const id = valueOf(await world.as(who, (ctx) => openAgreement(ctx, aDraft({ title: { fr: `Accord de ${name}` } }), null)))
  valueOf(
    await world.as(who, (ctx) => writeWording(ctx, id, { language: 'it', body: 'Le parti convengono.', isAuthentic: true, version: 0 })),
  )
  for (const step of aLife(asLocalDate('2025-06-20'))) {
    const outcome = await world.as(who, async (ctx) => {
      const { parties = [] } = (await loadAgreement(ctx.tx, id)) ?? {}
      const signatories = parties.map((party) => ({ partyId: party.id, name, capacity: { fr: 'Maire' } }))
      return recordStep(ctx, id, step, step.kind === 'sign' ? signatories : [])
    })
    valueOf(outcome)
  }
  const minutes = { heldOn: asLocalDate('2026-01-15'), place: '', ownChair: '', theirChair: name, attendees: 'Un agent', minutes: '' }
  valueOf(await world.as(who, (ctx) => recordCommittee(ctx, id, minutes)))
}

/** A travel order, and the policy that insures them. */
async function prepareToLeave(): Promise<void> {
  const { lead, missionId } = world
  const days = { issuedOn: asLocalDate('2027-02-01'), validFrom: asLocalDate('2027-03-05'), validUntil: asLocalDate('2027-03-12') }
  const pdf = { name: 'police.pdf', bytes: new TextEncoder().encode('police') }
  valueOf(await world.as(lead, (ctx) => setSignatory(ctx, { name: 'Ada', capacity: 'Maire', authority: '', place: 'Rochebrune' })))
  valueOf(await world.as(lead, (ctx) => issueOrders(ctx, missionId, [world.bob], { ...days, transport: '', expenses: '' })))
  const marking = { state: 'done', doneOn: days.issuedOn, reference: '' } as const
  valueOf(await world.as(lead, (ctx) => markItems(ctx, missionId, [`${world.bob}:insurance:`], marking, pdf)))
}

/** Somebody asked to be received, and was answered. */
async function receive(contactName: string, contactEmail: string): Promise<void> {
  const { lead } = world
  const facts = aRequest({ asker: contactName, contactName, contactEmail })
  const id = valueOf(await world.as(lead, (ctx) => enterRequest(ctx, { ...facts, original: '' })))
  valueOf(await world.as(lead, (ctx) => declineRequest(ctx, id, 'Calendrier', { ...aLetter, subject: `Réponse à ${contactName}` })))
}

/** Moments for Bob and for others, with papers of both organisations, then a release. */
async function bringPapers(): Promise<void> {
  const { lead, city, missionId } = world
  const legId = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.legs[0]?.id ?? ''
  const only = (memberIds: string[], start: string, end: string) =>
    words(legId, { on: '2027-03-06', start, end, audience: 'members', memberIds, title: { fr: 'Port' } })
  const his = valueOf(await world.as(lead, (ctx) => proposeItem(ctx, missionId, only([world.bob], '09:00', '10:00'))))
  const other = valueOf(await world.as(lead, (ctx) => proposeItem(ctx, missionId, only([world.eve], '09:00', '10:00'))))
  const heard = valueOf(
    await world.as(city, (ctx) => proposeItem(ctx, missionId, { ...only([world.cam], '11:00', '12:00'), across: ['M. Bob Arnal'] })),
  )
  const bring = (who: Somebody, itemId: string, name: string, isShared: boolean, forMembers = false) =>
    world.as(who, (ctx) => addDocument(ctx, missionId, itemId, { name, bytes: new TextEncoder().encode(name), isShared, forMembers }))
  for (const outcome of [
    await bring(lead, his, 'note.txt', false),
    await bring(lead, his, 'plan.txt', true, true),
    await bring(city, his, 'secret-de-la-ville.txt', false),
    await bring(city, his, 'ordre-du-jour.txt', true),
    await bring(city, heard, 'secret-du-partenaire.txt', false, true),
    await bring(city, heard, 'biographie.txt', true),
    await bring(lead, other, 'pour-une-autre.txt', true),
  ])
    valueOf(outcome)
  valueOf(await world.as(lead, (ctx) => releaseProgramme(ctx, missionId, { seen: 0, name: {}, note: {} })))
}

const documentsFor = async (who: Somebody) => (await world.read(who, (ctx) => readPersonRelation(ctx, bob))).documents
const told = ({ kind, detail, seenBy }: PersonDocument) => `${kind} ${detail} ${seenBy}`

test('the page of a person lists the documents that name them, each with who reads it, and never a partner’s private ones', async () => {
  const documents = await documentsFor(world.lead)

  expect(documents.map(told).toSorted()).toEqual([
    'evidence insurance preparers',
    'letter Réponse à Bob Arnal answerers',
    'minutes  organisation',
    'moment biographie.txt partners',
    'moment note.txt organisation',
    'moment ordre-du-jour.txt partners',
    'moment plan.txt partners_and_travellers',
    'order OM-2027-0001 register',
    'programme 1 partners',
    'wording it organisation',
  ])
  expect(documents.filter(({ kind }) => kind === 'wording' || kind === 'minutes').map(({ about }) => about.fr)).toEqual([
    'Accord de Bob Arnal',
    'Accord de Bob Arnal',
  ])
  expect(documents.map(({ onDay }) => onDay)).toEqual(
    documents.map(({ onDay }) => onDay).toSorted((a, b) => ((a ?? '') < (b ?? '') ? 1 : -1)),
  )
})

test('a colleague without a part in them is told of no order, proof, receipt or letter', async () => {
  const kinds = new Set((await documentsFor(world.reader)).map(({ kind }) => kind))

  expect(kinds).toEqual(new Set(['minutes', 'moment', 'programme', 'wording']))
})

test('a partner finds what is its own and what was shared, under a card of its own', async () => {
  const theirs = await card(world.city, 'Bob')
  const { documents } = await world.read(world.city, (ctx) => readPersonRelation(ctx, theirs))

  expect(documents.map(told).toSorted()).toEqual([
    'minutes  organisation',
    'moment biographie.txt partners',
    'moment secret-du-partenaire.txt organisation_and_travellers',
    'wording it organisation',
  ])
})
