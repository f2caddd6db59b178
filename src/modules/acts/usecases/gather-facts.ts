import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type MissionTotals, totalsOfMissions } from '#modules/budget/index.ts'
import { authorityKind, listMembers, type Member } from '#modules/delegations/index.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import { loadMandate, loadMission, loadNarrative, type Mission } from '#modules/missions/index.ts'
import type { ActFrame } from '../domain/act.ts'
import type { AuthorityFacts, ContentSection, MemberFacts, MissionFacts, ReportFacts } from '../domain/facts.ts'
import { narrativeBlocks } from '../domain/narrative.ts'
import { placeName } from '../domain/place-names.ts'
import { agreementFacts } from './gather-agreement.ts'
import { type LineSum, sumAllLines, sumLinesByMission } from '../sql/ledger-sums.ts'

/**
 * What an act would state today, for the acting organisation: its own members, its own money, its own words.
 * The ledger is added up three times, by category, by mission and all at once, by statements that share nothing:
 * `figuresMissing` compares them. A mission the organisation no longer takes part in is left out.
 */
export async function gatherFacts(ctx: Ctx, frame: ActFrame): Promise<ReportFacts> {
  const { tx, actor } = ctx
  const missions = await loadMissions(ctx, frame.missionIds)
  const ids = missions.map(({ id }) => id as string)
  const sums = await sumLinesByMission(tx, ids, actor.organisationId)
  const currency = currencyOf(sums, actor.currency)
  const totals = await totalsOfMissions(tx, ids, actor.organisationId)
  const gathered: MissionFacts[] = []
  const contents: ContentSection[] = []
  for (const mission of missions) {
    gathered.push(await missionFacts(ctx, mission, { sums, currency, totals: totals.get(mission.id) }))
    const narrative = await loadNarrative(tx, mission.id)
    const blocks = narrativeBlocks(narrative?.body ?? {}, frame.language)
    if (blocks.length > 0) contents.push({ missionIds: [mission.id], heading: null, blocks })
  }
  const { header } = frame
  const agreement = frame.agreementId === null ? null : await agreementFacts(ctx, frame.agreementId)
  return {
    ...(agreement === null ? {} : { agreement }),
    authority: await authorityFacts(ctx, header),
    reference: frame.reference === '' ? null : frame.reference,
    meeting: {
      body: header.body,
      bodyGender: header.bodyGender,
      date: frame.meetingOn,
      chair: header.chair,
      rapporteurs: header.rapporteurs,
    },
    object: frame.object,
    fiscalYear: frame.fiscalYear,
    proposer: header.proposer,
    signatory: header.signatory,
    missions: gathered,
    contents,
    currency,
    grandTotalCents: String(await sumAllLines(tx, ids, actor.organisationId, currency)),
  }
}

async function loadMissions(ctx: Ctx, missionIds: readonly string[]): Promise<Mission[]> {
  const missions: Mission[] = []
  for (const missionId of missionIds) {
    const mission = await loadMission(ctx.tx, missionId)
    if (mission !== null) missions.push(mission)
  }
  return missions
}

/** The currency the ledger was kept in, when it is one for all the missions; otherwise the authority's own of today. */
function currencyOf(sums: readonly LineSum[], own: string): string {
  const [only, ...others] = new Set(sums.map(({ currency }) => currency))
  return only !== undefined && others.length === 0 ? only : own
}

async function authorityFacts(ctx: Ctx, header: ActFrame['header']): Promise<AuthorityFacts> {
  const organisation = found(await loadOrganisation(ctx.tx, ctx.actor.organisationId))
  return {
    id: organisation.id,
    name: header.authorityName,
    gender: header.authorityGender,
    // An act is opened by an authority only; an organisation that ceased to be one keeps the acts it has.
    kind: authorityKind(organisation) ?? 'intermunicipal',
    siret: organisation.identifiers.find(({ scheme }) => scheme === 'FR-SIRET')?.value ?? null,
    directorates: header.directorates,
    place: header.place,
  }
}

type Ledger = { readonly sums: readonly LineSum[]; readonly currency: string; readonly totals: MissionTotals | undefined }

async function missionFacts({ tx, actor }: Ctx, mission: Mission, { sums, currency, totals }: Ledger): Promise<MissionFacts> {
  const mandate = await loadMandate(tx, mission.id, actor.organisationId)
  const members = await listMembers(tx, mission.id, { sentBy: actor.organisationId })
  const others = mission.partners.filter((partner) => partner.organisationId !== actor.organisationId && partner.leftAt === null)
  const own = sums.filter(({ missionId }) => missionId === mission.id)
  const counted = (totals?.byCategory ?? []).filter(({ total }) => total.currency === currency && total.cents !== 0n)
  return {
    id: mission.id,
    title: mission.title,
    legs: mission.legs.map((leg) => ({ place: placeName(leg.cityName), from: leg.startsOn, to: leg.endsOn })),
    departure: mission.startsOn,
    return: mission.endsOn,
    // Legs are entered with their days of transport: see missions/domain/mission.ts.
    transportDaysIncluded: true,
    objectives: mission.objectives,
    partners: others.map(({ organisationId, name, role }) => ({ id: organisationId, name, role })),
    members: members.map(memberFacts),
    expensesByCategory: counted.map(({ category, total, lineCount }) => ({ category, amountCents: String(total.cents), lineCount })),
    totalCents: String(own.find((sum) => sum.currency === currency)?.cents ?? 0n),
    unconverted: own
      .filter((sum) => sum.currency !== currency)
      .map((sum) => ({ currency: sum.currency, amountMinor: String(sum.cents), lineCount: sum.lineCount })),
    ownShareOnly: others.some(({ role }) => role !== 'host' && role !== 'support'),
    mandate: { votedOn: mandate?.decidedOn ?? null, reference: mandate?.reference ?? null },
  }
}

function memberFacts(member: Member): MemberFacts {
  return {
    id: member.id,
    givenName: member.givenName,
    familyName: member.familyName,
    category: member.category,
    capacity: Object.keys(member.capacity).length === 0 ? null : member.capacity,
    organisation: member.represented,
    isHead: member.function === 'head',
  }
}
