import type pg from 'pg'
import * as seed from '#db/seed/bouches-du-rhone-2017.ts'
import { personOfRank } from '#db/seed/fictitious-people.ts'
import { companies } from '#db/seed/miami-companies-2017.ts'
import { recordExpense, reverseExpense } from '#modules/budget/index.ts'
import { type GivenMember, importMembers, registerMember, setMissionHead } from '#modules/delegations/index.ts'
import { ensureOrganisation, findCityByName } from '#modules/directory/index.ts'
import {
  type MissionId,
  type MissionState,
  changeState,
  createMission,
  loadMission,
  namePartner,
  openWorkstream,
  writeMessage,
  writeNarrative,
  writeTask,
} from '#modules/missions/index.ts'
import { addDays, asLocalDate, type LocalDate } from '#platform/pure/local-date.ts'
import { assert, valueOf } from '#platform/pure/outcome.ts'
import type { House } from '../services.ts'
import { acceptAll } from './accept-all.ts'
import { loadAgreements } from './agreements.ts'
import { loadContacts } from './contacts.ts'
import { loadApproval, loadDemoActs } from './acts.ts'
import { loadMiamiMeetings } from './meetings.ts'
import { loadMiamiSequels } from './meeting-sequels.ts'
import { loadNantesMeetings } from './nantes-meetings.ts'
import { loadNantes } from './nantes.ts'
import { type As, type OrganisationIds, type PersonKey, openHouses } from './people.ts'
import { loadMiamiDeparture } from './departure.ts'
import { loadDeputy } from './deputy.ts'
import { loadMiamiContacts } from './pocket.ts'
import { loadRoomContact } from './room-contacts.ts'
import { loadRegistrations } from './registration.ts'
import { loadMiamiLogistics } from './logistics.ts'
import { loadMiamiProgramme } from './programme.ts'
import { loadStrategies } from './strategy.ts'
import { loadRelations } from './relations.ts'
import { loadVisits } from './visits.ts'

/**
 * Enters the documents' facts through the product's own use-cases, each by the person whose work it is:
 * the journal of the demonstration is a true journal.
 */
export async function loadDemo(house: House, owner: pg.Client): Promise<void> {
  const { as, asOn, organisationIds: organisations } = await openHouses(house, owner)

  const genoa = await openMission(as, 'claire', seed.genoa, 'Europe/Rome')
  const miami = await openMission(as, 'lucie', seed.miami, 'America/New_York')
  const milan = await openMission(as, 'claire', seed.milan, 'Europe/Rome')
  await as('claire', (ctx) => namePartner(ctx, genoa, { organisationId: organisations.genoa, role: 'host', workstream: {} }))
  await acceptAll(as, 'giulia')
  await as('lucie', (ctx) =>
    namePartner(ctx, miami, {
      organisationId: organisations.department,
      role: 'co_organiser',
      workstream: { fr: 'Tourisme', en: 'Tourism' },
    }),
  )
  await acceptAll(as, 'claire')
  for (const partner of seed.miamiPartners) {
    await as('lucie', async (ctx) => {
      const { id } = valueOf(await ensureOrganisation(ctx, partner))
      const { role, workstream } = partner
      return namePartner(ctx, miami, { organisationId: id, role, workstream: workstream ? { fr: workstream } : {} })
    })
  }
  for (const [missionId, facts] of [
    [genoa, seed.genoa],
    [miami, seed.miami],
    [milan, seed.milan],
  ] as const) {
    await registerAll(as, 'claire', missionId, facts.members)
    await recordAll(as, 'mehdi', missionId, facts.expenses)
    await as('claire', (ctx) => writeNarrative(ctx, missionId, 0, facts.narrative))
  }
  const [mayor] = await registerAll(as, 'lucie', miami, seed.miami.marseilleMembers)
  assert(mayor, 'the mayor leads the mission to Miami')
  await as('lucie', (ctx) => setMissionHead(ctx, miami, mayor))
  await as('lucie', (ctx) => importMembers(ctx, miami, companyHeads))
  await recordAll(as, 'lucie', miami, seed.miami.marseilleExpenses)
  const [mistake] = await recordAll(as, 'mehdi', miami, [seed.miami.mistake])
  assert(mistake, 'a mistake was recorded')
  await as('mehdi', (ctx) => reverseExpense(ctx, mistake, seed.miami.mistakeReason))
  await writeTasks(as, genoa, organisations)
  await loadMiamiProgramme(as, miami)
  await loadMiamiContacts(as, miami)
  await loadRoomContact(as, miami)
  const meetings = await loadMiamiMeetings(asOn, owner, miami)
  await loadMiamiSequels(house, asOn, owner, miami, meetings)
  await openWorkstreams(as, genoa)
  for (const { by, body, isShared } of seed.genoaMessages) {
    await as(by, (ctx) => writeMessage(ctx, genoa, { about: { noun: 'mission', id: null, label: '' }, isShared, body }))
  }
  await loadMiamiDeparture(as, miami)
  const hamburg = await loadHamburg(as)
  await loadMiamiLogistics(as, miami)
  const nantes = await loadNantes(as, organisations)
  await loadNantesMeetings(asOn, owner, nantes)
  await loadVisits(as)
  await loadAgreements(as, genoa)
  await loadStrategies(as)
  await loadRelations(as)
  await loadContacts(as)
  await loadDemoActs(as, [genoa, miami, milan])
  await loadApproval(as)
  await loadRegistrations(house, as, { genoa, miami, milan, hamburg }, organisations.department)
  await loadDeputy(as)
}

/** The heads of the forty companies, as the City imports them. */
const companyHeads = companies.map(([represents], rank): GivenMember => {
  const [givenName, familyName] = personOfRank(200 + rank)
  return {
    line: rank + 2,
    given: { givenName, familyName, category: 'company', capacityFr: 'Chef d’entreprise', capacityEn: 'Company head', represents },
  }
})

type Described = Pick<typeof seed.genoa, 'title' | 'city' | 'themes'> & { readonly from: string; readonly to: string }

async function openMission(
  as: As,
  person: PersonKey,
  facts: Described,
  timeZone: string,
  state: MissionState = 'confirmed',
): Promise<MissionId> {
  const missionId = await as(person, async (ctx) => {
    const city = await findCityByName(ctx.tx, facts.city)
    assert(city, `the city ${facts.city} is in the reference data`)
    const leg = {
      cityId: city.id,
      cityName: city.names,
      country: city.country,
      startsOn: asLocalDate(facts.from),
      endsOn: asLocalDate(facts.to),
      timeZone,
    }
    return createMission(ctx, {
      kind: 'outgoing',
      title: facts.title,
      purpose: {},
      legs: [leg],
      objectives: seed.objectives,
      themes: facts.themes.map((fr) => ({ fr })),
    })
  })
  if (state !== 'preparation') await as(person, (ctx) => changeState(ctx, missionId, state))
  return missionId
}

async function registerAll(as: As, person: PersonKey, missionId: MissionId, members: readonly seed.DemoMember[]) {
  const registered = []
  for (const [index, [givenName, familyName, category, fr, en]] of members.entries()) {
    const contact = { email: null, phone: null, notes: null }
    const draft = {
      givenName,
      familyName,
      category,
      capacity: { fr, en },
      represents: null,
      function: index === 0 ? 'head' : 'member',
      externalKey: null,
      contact,
    } as const
    registered.push(await as(person, (ctx) => registerMember(ctx, missionId, draft)))
  }
  return registered
}

async function recordAll(as: As, person: PersonKey, missionId: MissionId, expenses: readonly seed.DemoExpense[]) {
  const recorded = []
  for (const { on, supplier, label, category, cents, dollarRate } of expenses) {
    const spentOn: LocalDate = asLocalDate(on)
    const currency = dollarRate ? 'USD' : 'EUR'
    const conversion = dollarRate
      ? { from: 'USD', to: 'EUR', rate: dollarRate, rateDate: spentOn, rateSource: 'Taux de la demonstration (fictif)' }
      : null
    const draft = {
      spentOn,
      supplier,
      label,
      category: category as 'other',
      amount: { cents, currency },
      conversion,
      benefits: { kind: 'delegation' } as const,
      isShared: false,
      externalKey: null,
    }
    recorded.push(await as(person, (ctx) => recordExpense(ctx, missionId, draft)))
  }
  return recorded
}

/** Two workstreams of Genoa, as the report tells its purposes; the Département leads both. */
async function openWorkstreams(as: As, missionId: MissionId): Promise<void> {
  for (const label of seed.genoaWorkstreams) {
    await as('claire', async (ctx) => {
      const lead = (await loadMission(ctx.tx, missionId))?.partners.find(({ role }) => role === 'lead')
      assert(lead, 'a mission has a lead')
      return openWorkstream(ctx, missionId, { label, partnerId: lead.id })
    })
  }
}

/** What is left to do after Genoa, fictitious: shared by the two, or private to one. */
async function writeTasks(as: As, missionId: MissionId, organisations: OrganisationIds): Promise<void> {
  for (const { by, title, owner, isShared, inDays } of seed.genoaTasks) {
    await as(by, (ctx) =>
      writeTask(ctx, missionId, {
        title,
        isShared,
        ownerOrganisationId: organisations[owner],
        ownerAccountId: null,
        dueOn: addDays(ctx.today, inDays),
        about: { noun: 'mission', id: null, label: '' },
      }),
    )
  }
}

/** Some four months ahead of the day the demonstration is loaded. */
async function loadHamburg(as: As): Promise<MissionId> {
  const departure = await as('claire', async (ctx) => ({ ok: true, value: addDays(ctx.today, 120) }))
  const facts = { ...seed.hamburg, from: departure, to: addDays(departure, 2) }
  const missionId = await openMission(as, 'claire', facts, 'Europe/Berlin', 'preparation')
  await registerAll(as, 'claire', missionId, seed.hamburg.members)
  return missionId
}
