import * as seed from '#db/seed/bouches-du-rhone-2017.ts'
import { act, type Caller, type ConstraintProblem, type Ctx, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, type Refused, valueOf } from '#platform/pure/outcome.ts'
import { recordExpense } from '#modules/budget/index.ts'
import { registerMember } from '#modules/delegations/index.ts'
import { changeState, createMission, type MissionId, writeNarrative } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { ActId } from '../domain/act.ts'
import { headerOf } from '../domain/header.fixture.ts'
import { RATIFICATION_2017 } from '../domain/ratification-2017.fixture.ts'
import { loadAct } from '../sql/acts.ts'
import { changeAct } from './change-act.ts'
import { checkAct } from './check-act.ts'
import { openAct } from './open-act.ts'
import { submitAct } from './submit-act.ts'

type SeedMission = Pick<typeof seed.genoa, 'title' | 'from' | 'to' | 'narrative'> & {
  readonly members: readonly seed.DemoMember[]
  readonly expenses: readonly seed.DemoExpense[]
}

/** One use-case in its transaction, as a door runs it. */
type RunAs = <Result extends Outcome<unknown, unknown>>(
  who: Caller,
  run: (ctx: Ctx) => Promise<Result>,
) => Promise<Result | Refused<ConstraintProblem>>

/**
 * For the tests: the Département has travelled to Genoa, Miami (with a port that pays its share) and Milan, as the documents say,
 * and a neighbouring city knows nothing of it. The clock stands on 8 February 2019, the day of the vote.
 */
export async function threeMissions(templateUrl: string) {
  const platform = await openTestPlatform(templateUrl)
  const department = await aWorkspace(platform, 'Département des Bouches-du-Rhône')
  const port = await aWorkspace(platform, 'Port')
  const stranger = await aWorkspace(platform, 'Ville voisine')
  await withOwner(platform.ownerUrl, (owner) =>
    owner.query(
      `insert into directory.organisation_identifier (organisation_id, scheme, value) values ($1, 'FR-SIRET', '22130001500247')`,
      [department.organisationId],
    ),
  )
  const as: RunAs = (who, run) => act(platform.services, who, run)
  const read = <Result>(who: Caller, run: (ctx: Ctx) => Promise<Result>) => readAs(platform.services, who, run)
  const officer = department.caller
  const enter = (facts: SeedMission) => enterMission(as, officer, facts)

  const missions = [await enter(seed.genoa), await enter(seed.miami), await enter(seed.milan)] as const
  const portOfficer = { ...port.caller, organisationId: port.organisationId }
  await seatPartner(platform.services, officer, portOfficer, missions[1], { workstream: { fr: 'Port' } })
  return {
    services: platform.services,
    ownerUrl: platform.ownerUrl,
    setClock: (now: string) => platform.setClock(now as Instant),
    department: officer,
    departmentId: department.organisationId,
    port: port.caller,
    stranger: stranger.caller,
    officer: await aColleague(platform, department, ['officer']),
    assembly: await aColleague(platform, department, ['assembly']),
    finance: await aColleague(platform, department, ['finance']),
    reader: await aColleague(platform, department, ['reader']),
    missions,
    as,
    read,
    close: () => platform.close(),
  }
}

export type World = Awaited<ReturnType<typeof threeMissions>>

async function enterMission(
  as: RunAs,
  officer: Caller,
  { title, from, to, narrative, members, expenses }: SeedMission,
): Promise<MissionId> {
  const leg = {
    cityId: null,
    cityName: { fr: title.fr.split(' à ')[1] ?? '', en: title.en.split(' to ')[1] ?? '' },
    country: 'IT',
    startsOn: asLocalDate(from),
    endsOn: asLocalDate(to),
    timeZone: 'Europe/Rome',
  }
  const draft = { kind: 'outgoing', title, purpose: {}, legs: [leg], objectives: seed.objectives, themes: [] } as const
  const missionId = valueOf(await as(officer, (ctx) => createMission(ctx, draft)))
  valueOf(await as(officer, (ctx) => changeState(ctx, missionId, 'confirmed')))
  for (const [index, [givenName, familyName, category, fr, en]] of members.entries()) {
    const contact = { email: null, phone: null, notes: null }
    const role = index === 0 ? 'head' : 'member'
    const member = {
      givenName,
      familyName,
      category,
      capacity: { fr, en },
      represents: null,
      function: role,
      externalKey: null,
      contact,
    } as const
    valueOf(await as(officer, (ctx) => registerMember(ctx, missionId, member)))
  }
  for (const expense of expenses) valueOf(await as(officer, (ctx) => recordExpense(ctx, missionId, anExpense(expense))))
  valueOf(await as(officer, (ctx) => writeNarrative(ctx, missionId, 0, narrative)))
  return missionId
}

/** For the tests: an expense of the ledger, in euros unless it says otherwise. */
export function anExpense({ on, supplier, label, category, cents, dollarRate }: seed.DemoExpense) {
  const spentOn = asLocalDate(on)
  return {
    spentOn,
    supplier,
    label,
    category: category as 'other',
    amount: { cents, currency: dollarRate ? 'USD' : 'EUR' },
    conversion: dollarRate ? { from: 'USD', to: 'EUR', rate: dollarRate, rateDate: spentOn, rateSource: 'BCE' } : null,
    benefits: { kind: 'delegation' } as const,
    isShared: false,
    externalKey: null,
  }
}

const { meeting, object } = RATIFICATION_2017

export const frameOf2019 = {
  language: 'fr',
  reference: '122.55',
  object,
  header: headerOf(RATIFICATION_2017),
  fiscalYear: 2018,
  meetingOn: meeting.date,
  convenedOn: null,
} as const

/** For the tests: the act of the three missions, complete and not yet submitted. */
export async function aCompleteAct({ as, department, missions }: World): Promise<ActId> {
  const actId = valueOf(await as(department, (ctx) => openAct(ctx, missions)))
  valueOf(await as(department, (ctx) => changeAct(ctx, actId, 1, frameOf2019)))
  return actId
}

/** For the tests: the same, submitted by the assembly office. */
export async function aSubmittedAct(world: World): Promise<ActId> {
  const actId = await aCompleteAct(world)
  valueOf(await submitAsRead(world, actId))
  return actId
}

/** Submits what stands at this very moment. */
export function submitAsRead({ as, assembly }: World, actId: ActId) {
  return as(assembly, async (ctx) => submitAct(ctx, actId, (await checkAct(ctx, actId)).digest))
}

export function theAct({ read, department }: World, actId: ActId) {
  return read(department, async (ctx) => {
    const act = await loadAct(ctx.tx, actId)
    if (act === null) throw new Error('the act is there')
    return act
  })
}

/** For the tests: the vote of 8 February 2019, with invented counts. */
export function aVote(change: { outcome?: 'adopted' | 'rejected'; on?: string; for?: number; against?: number } = {}) {
  const cast = { for: change.for ?? 50, against: change.against ?? 3 }
  return {
    outcome: change.outcome ?? 'adopted',
    on: asLocalDate(change.on ?? '2019-02-08'),
    attendance: { inOffice: 58, present: 50, represented: 6, secondCall: false },
    ballot: { ...cast, abstained: 56 - cast.for - cast.against, notVoting: 0, secret: false },
  } as const
}

export const noMinutes = { deliberationNumber: null, secretary: null }

/** The day after the vote, for what follows it. */
export const theNextDay = addDays(asLocalDate('2019-02-08'), 1)
