import {
  type MissionFacts,
  type ReportFacts,
  countByCategory,
  daysFromReturnToVote,
  findActByReference,
  gatherFacts,
} from '#modules/acts/index.ts'
import { isPlanned, listAgreements, loadLicence, wholeYears } from '#modules/agreements/index.ts'
import { countMembers } from '#modules/delegations/index.ts'
import { countPlan, listEvents } from '#modules/meetings/index.ts'
import { listMissions, loadMission } from '#modules/missions/index.ts'
import { latestProgramme } from '#modules/programme/index.ts'
import { listPlans, loadPlan } from '#modules/strategy/index.ts'
import { readYear } from '#modules/visits/index.ts'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import { type Caller, type Ctx, type Services, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { addDays, daysInclusive } from '#platform/pure/local-date.ts'

/** A flat object of integers, recomputed from the demonstration by the product's own reads. Each module adds its keys. */
export type Facts = Readonly<Record<string, number>>

/** @throws when the database does not hold the demonstration. */
export async function demoFacts(services: Services): Promise<Facts> {
  return {
    ...(await ratification2017(services)),
    ...(await miami2017(services)),
    ...(await nantes2024(services)),
    ...(await yearsOfVisits(services)),
    ...(await agreementsOfTheSeeds(services)),
    ...(await strategyOfNice(services)),
  }
}

/** The three missions of 2017 as the Département accounts for them (reference 122.55, meeting of 8 February 2019). */
async function ratification2017(services: Services): Promise<Facts> {
  const facts = await firstAnswer(services, async (ctx) => {
    const act = await findActByReference(ctx.tx, '122.55')
    return act && gatherFacts(ctx, act)
  })
  const genoa = missionTo(facts, 'Gênes')
  const miami = missionTo(facts, 'Miami')
  const milan = missionTo(facts, 'Milan')
  const ofMiami = countByCategory(miami.members)
  const key = (name: string, value: number) => [`ratification2017.${name}`, value] as const
  return Object.fromEntries([
    key('totalCents', Number(facts.grandTotalCents)),
    key('genoaCents', Number(genoa.totalCents)),
    key('miamiCents', Number(miami.totalCents)),
    key('milanCents', Number(milan.totalCents)),
    key('genoaDays', daysOf(genoa)),
    key('miamiDays', daysOf(miami)),
    key('milanDays', daysOf(milan)),
    key(
      'members',
      facts.missions.reduce((sum, mission) => sum + mission.members.length, 0),
    ),
    key('miamiMembers', miami.members.length),
    key('miamiElected', ofMiami.get('elected') ?? 0),
    key('miamiGuests', ofMiami.get('guest') ?? 0),
    key('miamiStaff', ofMiami.get('staff') ?? 0),
    key('genoaDaysToVote', daysToVote(genoa, facts)),
    key('miamiDaysToVote', daysToVote(miami, facts)),
    key('milanDaysToVote', daysToVote(milan, facts)),
  ])
}

/** The mission to Miami as the City of Marseille announced it: who organises what, in the latest released programme; and the plan of its meetings. */
async function miami2017(services: Services): Promise<Facts> {
  const { programme, members, plan } = await firstAnswer(services, async (ctx) => {
    const miami = await missionNamed(ctx, 'Miami')
    const programme = miami && (await latestProgramme(ctx.tx, miami.id))
    const [event] = miami ? await listEvents(ctx.tx, miami.id) : []
    return programme && event && { programme, members: await countMembers(ctx.tx, miami.id), plan: await countPlan(ctx.tx, event.id) }
  })
  const { items } = programme
  const held = items.filter(({ state }) => state !== 'cancelled')
  return {
    'miami2017.partners': new Set(held.map(({ organiser }) => organiser.id)).size,
    'miami2017.events': held.filter(({ type }) => type !== 'travel' && type !== 'free').length,
    'miami2017.roundTables': held.filter(({ type }) => type === 'round_table').length,
    'miami2017.companies': members.companies,
    'miami2017.meetings': plan.meetings,
    'miami2017.meetingsPerCompany': plan.meetings / plan.companies,
    'miami2017.doubleBookings': plan.doubleBookings,
  }
}

/** Nantes in Québec and Montréal: who organises, who travels and for whom, where, and for how long. */
async function nantes2024(services: Services): Promise<Facts> {
  const { mission, members } = await firstAnswer(services, async (ctx) => {
    const line = await missionNamed(ctx, 'Nantes à Québec et Montréal')
    const mission = line && (await loadMission(ctx.tx, line.id))
    return mission && { mission, members: await countMembers(ctx.tx, mission.id) }
  })
  const { startsOn, endsOn, legs, partners } = mission
  return {
    'nantes2024.persons': members.persons,
    'nantes2024.organisations': members.organisations,
    'nantes2024.coOrganisers': partners.filter(({ role, leftAt }) => leftAt === null && (role === 'lead' || role === 'co_organiser'))
      .length,
    'nantes2024.legs': legs.length,
    'nantes2024.days': startsOn && endsOn ? daysInclusive(startsOn, endsOn) : 0,
  }
}

/** What the registers say of the agreements the documents tell. */
async function agreementsOfTheSeeds(services: Services): Promise<Facts> {
  const paris = await firstAnswer(services, async (ctx) => {
    const register = await listAgreements(ctx.tx, { limit: 100 }, ctx.today)
    return register.some(({ title }) => title.fr === 'Accord de coopération Paris–Montréal') ? register : null
  })
  const known = (search: string) =>
    firstAnswer(services, async (ctx) => {
      const [first] = await listAgreements(ctx.tx, { search, limit: 1 }, ctx.today)
      return first && { line: first, licence: await loadLicence(ctx.tx, first.id) }
    })
  const { licence } = await known('Carnaval de Nice')
  return {
    'paris.agreementsExisting': paris.filter(({ standing }) => !isPlanned(standing)).length,
    'paris.agreementsPlanned': paris.filter(({ standing }) => isPlanned(standing)).length,
    'parisMontreal.domains': (await known('Paris–Montréal')).line.domainCount,
    'parisSanFrancisco.domains': (await known('Paris–San Francisco')).line.domainCount,
    'genoa2017.parties': (await known('Métropole de Gênes')).line.partyNames.length,
    'nantesQuebec2024.domains': (await known('Déclaration commune 2024–2025')).line.domainCount,
    'xiamenLicence.years': licence ? wholeYears(licence.startsOn, addDays(licence.lastDay, 1)) : 0,
  }
}

/** The destinations Nice decided on for 2016–2020: how many, and how many of them, in how many countries, it shares with its region. */
async function strategyOfNice(services: Services): Promise<Facts> {
  const { destinations } = await firstAnswer(services, async (ctx) => {
    const nice = (await listPlans(ctx.tx)).find(({ title }) => title.fr === 'Stratégie internationale 2016–2020')
    return nice && loadPlan(ctx.tx, nice.id)
  })
  const shared = destinations.filter(({ sharedWithId }) => sharedWithId !== null)
  return {
    'nice.priorityDestinations': destinations.length,
    'nice.sharedDestinations': shared.length,
    'nice.sharedCountries': new Set(shared.map(({ country }) => country)).size,
  }
}

async function missionNamed(ctx: Ctx, search: string) {
  const [first] = await listMissions(ctx.tx, ctx.actor.organisationId, { search, limit: 1 })
  return first
}

/** What documents state of a year, and what is counted from the rows of whoever noted it: two figures, never added up. */
async function yearsOfVisits(services: Services): Promise<Facts> {
  const nice = await firstAnswer(services, async (ctx) => {
    const { elsewhere } = await readYear(ctx, 2016)
    return elsewhere.length > 0 ? elsewhere : null
  })
  const marseille = await firstAnswer(services, async (ctx) => {
    const { lines } = await readYear(ctx, 2017)
    return lines.some(({ stated }) => stated.length > 0) ? lines : null
  })
  const statedOf = (measure: string) => nice.find((count) => count.measure === measure)?.value ?? 0
  const countedOf = (measure: string) => marseille.find((line) => line.measure === measure)?.counted.length ?? 0
  return {
    'nice2016.statedDelegationsReceived': statedOf('delegations_received'),
    'nice2016.statedHostedEvents': statedOf('hosted_events'),
    'nice2016.statedMissions': statedOf('missions'),
    'marseille2017.statedDelegationsReceivedAtLeast': marseille.flatMap(({ stated }) => stated)[0]?.value ?? 0,
    'marseille2017.countedDelegationsReceived': countedOf('delegations_received'),
    'marseille2017.countedMissions': countedOf('missions'),
  }
}

/** Asks as each of the demonstration's people in turn, until the organisation of one of them knows. */
async function firstAnswer<Answer>(services: Services, ask: (ctx: Ctx) => Promise<Answer | null | undefined>): Promise<Answer> {
  const members = await withOwner(services.db.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ accountId: AccountId; organisationId: OrganisationId }>(
      `select m.account_id as "accountId", m.organisation_id as "organisationId"
         from identity.membership m join auth."user" u on u.id = m.account_id where u."isDemo" order by u.email`,
    )
    return rows
  })
  for (const member of members) {
    const caller: Caller = { kind: 'account', ...member }
    const answer = await readAs(services, caller, ask)
    if (answer !== null && answer !== undefined) return answer
  }
  throw new Error('The database does not hold the demonstration: run escale demo on an empty one')
}

function missionTo(facts: ReportFacts, city: string): MissionFacts {
  const mission = facts.missions.find(({ legs }) => legs.some((leg) => leg.place.name.fr === city))
  if (!mission) throw new Error(`The act names no mission to ${city}`)
  return mission
}

function daysOf({ departure, return: end }: MissionFacts): number {
  return departure && end ? daysInclusive(departure, end) : 0
}

function daysToVote(mission: MissionFacts, facts: ReportFacts): number {
  return daysFromReturnToVote(mission, facts.meeting.date) ?? 0
}
