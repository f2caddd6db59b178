import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { recordExpense, reverseExpense } from '#modules/budget/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import type { Caller } from '#platform/context.ts'
import { Forbidden, NotFound } from '#platform/actor.ts'
import type { ActId } from '../domain/act.ts'
import { closePdfPool } from '../documents/pdf.ts'
import { listActs, loadAct } from '../sql/acts.ts'
import { abandonAct } from './abandon-act.ts'
import { arrangeMissions } from './arrange-missions.ts'
import { buildDocuments } from './build-documents.ts'
import { changeAct } from './change-act.ts'
import { checkAct } from './check-act.ts'
import { differencesSinceVote } from './differences-since-vote.ts'
import { openAct } from './open-act.ts'
import { publishRow } from './publish-row.ts'
import { recordPublication, recordTransmission, registerDeliberation } from './record-publicity.ts'
import { deferAct, recordVote } from './record-vote.ts'
import { renderFile } from './render-file.ts'
import { submitAct } from './submit-act.ts'
import {
  aCompleteAct,
  anExpense,
  aSubmittedAct,
  aVote,
  frameOf2019,
  noMinutes,
  submitAsRead,
  theAct,
  threeMissions,
  type World,
} from './three-missions.fixture.ts'

let world: World
let actId: ActId

beforeAll(async () => {
  world = await threeMissions(inject('templateUrl'))
})
beforeEach(async () => {
  // Each test has the three missions to itself: whatever the one before left under way is given up.
  const { as, read, department, assembly } = world
  for (const { id, state } of await read(department, (ctx) => listActs(ctx.tx, { limit: 100 }))) {
    if (state === 'submitted') await as(assembly, (ctx) => deferAct(ctx, id, { outcome: 'adjourned', on: today, reason: 'Essai' }))
    if (state !== 'voted' && state !== 'withdrawn') await as(department, (ctx) => abandonAct(ctx, id, 'Essai'))
  }
})
afterAll(async () => {
  await world.close()
  await closePdfPool()
})

const today = asLocalDate('2019-02-08')
const mistake = { on: '2017-10-20', supplier: 'Trattoria del Molo', label: 'Oubli', category: 'meals', cents: 1_000n } as const

const documentsOf = (who: Caller) => world.read(who, async (ctx) => buildDocuments(ctx, await theAct(world, actId)))

describe('an act is opened', () => {
  test('without mission, by nobody', async () => {
    expect(await world.as(world.department, (ctx) => openAct(ctx, []))).toEqual({ ok: false, problem: { code: 'no_mission_chosen' } })
  })

  test('only by those who prepare acts', async () => {
    for (const who of [world.reader, world.finance, world.assembly]) {
      await expect(world.as(who, (ctx) => openAct(ctx, world.missions))).rejects.toThrow(Forbidden)
    }
  })

  test('only about missions one takes part in', async () => {
    await expect(world.as(world.stranger, (ctx) => openAct(ctx, world.missions))).rejects.toThrow(NotFound)
  })

  test('once for each mission', async () => {
    await aCompleteAct(world)

    expect(await world.as(world.department, (ctx) => openAct(ctx, [world.missions[1]]))).toEqual({
      ok: false,
      problem: { code: 'a_mission_has_one_act_at_a_time', missionId: world.missions[1] },
    })
  })

  test('in the order of departure, with an object to reword and the head of the latest act', async () => {
    await aCompleteAct(world)
    const [previous] = await world.read(world.department, (ctx) => listActs(ctx.tx, { limit: 1 }))
    await world.as(world.department, (ctx) => abandonAct(ctx, previous?.id ?? '', 'Un autre suit'))

    actId = valueOf(await world.as(world.department, (ctx) => openAct(ctx, world.missions.toReversed())))

    const act = await theAct(world, actId)
    expect(act).toMatchObject({
      state: 'draft',
      missionIds: world.missions,
      reference: '',
      header: frameOf2019.header,
      object: {
        fr: 'Déplacements 2017 : ratification des missions à Gênes, à Miami et à Milan',
        en: 'Trips 2017: ratification of the missions to Genoa, Miami and Milan',
      },
    })
  })
})

describe('an act under preparation', () => {
  beforeEach(async () => {
    actId = await aCompleteAct(world)
  })

  test('that someone else saved meanwhile is not overwritten', async () => {
    const outcome = await world.as(world.department, (ctx) => changeAct(ctx, actId, 1, { ...frameOf2019, reference: '999' }))

    expect(outcome).toMatchObject({ ok: false, problem: { code: 'stale_edit', saved: { reference: '122.55', version: 2 } } })
  })

  test('keeps at least one mission, and the order it is given', async () => {
    const reversed = world.missions.toReversed()
    valueOf(await world.as(world.department, (ctx) => arrangeMissions(ctx, actId, reversed)))

    expect((await theAct(world, actId)).missionIds).toEqual(reversed)
    expect(await world.as(world.department, (ctx) => arrangeMissions(ctx, actId, []))).toEqual({
      ok: false,
      problem: { code: 'no_mission_chosen' },
    })
  })

  test('is not submitted while a fact is missing', async () => {
    valueOf(await world.as(world.department, (ctx) => changeAct(ctx, actId, 2, { ...frameOf2019, fiscalYear: null })))

    expect(await submitAsRead(world, actId)).toEqual({ ok: false, problem: { code: 'facts_missing', blockingCount: 1 } })
  })

  test('is not submitted unread: a line entered since the page was opened sends it back', async () => {
    const { digest } = await world.read(world.assembly, (ctx) => checkAct(ctx, actId))
    const expenseId = valueOf(await world.as(world.department, (ctx) => recordExpense(ctx, world.missions[0], anExpense(mistake))))

    expect(await world.as(world.assembly, (ctx) => submitAct(ctx, actId, digest))).toEqual({
      ok: false,
      problem: { code: 'changed_since_read' },
    })

    valueOf(await world.as(world.department, (ctx) => reverseExpense(ctx, expenseId, 'Essai')))
  })

  test('is submitted by the assembly office, not by whoever prepares or pays', async () => {
    for (const who of [world.officer, world.finance, world.reader]) {
      await expect(world.as(who, (ctx) => submitAct(ctx, actId, ''))).rejects.toThrow(Forbidden)
    }
  })

  test('may be given up, with a reason, and then no longer changes', async () => {
    expect(await world.as(world.department, (ctx) => abandonAct(ctx, actId, '  '))).toEqual({
      ok: false,
      problem: { code: 'reason_missing' },
    })
    valueOf(await world.as(world.department, (ctx) => abandonAct(ctx, actId, 'Doublon')))

    expect(await theAct(world, actId)).toMatchObject({ state: 'withdrawn', shown: 'withdrawn' })
    expect(await submitAsRead(world, actId)).toEqual({ ok: false, problem: { code: 'act_is_closed' } })
    expect(await world.as(world.department, (ctx) => changeAct(ctx, actId, 3, frameOf2019))).toMatchObject({
      problem: { code: 'act_no_longer_changes' },
    })
  })
})

describe('a submitted act', () => {
  beforeEach(async () => {
    actId = await aSubmittedAct(world)
  })

  test('gives the same bytes each time, in PDF and in Word', async () => {
    const [first, second] = [await documentsOf(world.department), await documentsOf(world.reader)]

    for (const format of ['pdf', 'docx'] as const) {
      const [one, other] = [valueOf(await renderFile(first.report, format)), valueOf(await renderFile(second.report, format))]
      expect(Buffer.from(one).equals(other)).toBe(true)
    }
  })

  test('says the same after the ledger has moved, and the product says what differs', async () => {
    const before = await documentsOf(world.department)
    const expenseId = valueOf(await world.as(world.department, (ctx) => recordExpense(ctx, world.missions[0], anExpense(mistake))))

    const differences = await world.read(world.department, async (ctx) => differencesSinceVote(ctx, await theAct(world, actId)))

    expect(await documentsOf(world.department)).toEqual(before)
    expect(differences.slice(0, 2).map(({ path, before: was, after, source }) => [path, was, after, source])).toEqual([
      ['grandTotalCents', '139\u202F108,94\u00A0€', '139\u202F118,94\u00A0€', { kind: 'expenses' }],
      [
        `missions.${world.missions[0]}.totalCents`,
        '1\u202F177,87\u00A0€',
        '1\u202F187,87\u00A0€',
        { kind: 'expenses', missionId: world.missions[0] },
      ],
    ])

    valueOf(await world.as(world.department, (ctx) => reverseExpense(ctx, expenseId, 'Essai')))
  })

  test('names its snapshot at the foot of every page', async () => {
    const { digest } = await theAct(world, actId)

    const { report, deliberation } = await documentsOf(world.department)

    for (const { metadata } of [report, deliberation]) expect(metadata.runningReference).toContain(digest?.slice(0, 16))
  })

  test('neither changes nor is submitted twice', async () => {
    expect(await world.as(world.department, (ctx) => changeAct(ctx, actId, 3, frameOf2019))).toMatchObject({
      problem: { code: 'act_no_longer_changes' },
    })
    expect(await world.as(world.department, (ctx) => arrangeMissions(ctx, actId, [world.missions[0]]))).toMatchObject({
      problem: { code: 'act_no_longer_changes' },
    })
    expect(await submitAsRead(world, actId)).toEqual({ ok: false, problem: { code: 'already_submitted' } })
  })

  test('that is put off says why, may be mended, and comes back with a new snapshot', async () => {
    const { digest } = await theAct(world, actId)
    const putOff = (reason: string) => world.as(world.assembly, (ctx) => deferAct(ctx, actId, { outcome: 'adjourned', on: today, reason }))
    expect(await putOff('')).toEqual({ ok: false, problem: { code: 'reason_missing' } })
    valueOf(await putOff('Séance trop longue'))

    const { version } = await theAct(world, actId)
    valueOf(await world.as(world.department, (ctx) => changeAct(ctx, actId, version, { ...frameOf2019, reference: '122.56' })))
    valueOf(await submitAsRead(world, actId))

    const act = await theAct(world, actId)
    expect(act).toMatchObject({ state: 'submitted', reference: '122.56', decision: null })
    expect(act.digest).not.toBe(digest)
  })

  test('is not voted against arithmetic', async () => {
    const vote = (change: Parameters<typeof aVote>[0]) =>
      world.as(world.assembly, (ctx) => recordVote(ctx, actId, aVote(change), noMinutes))

    expect(await vote({ outcome: 'adopted', for: 20, against: 36 })).toMatchObject({ problem: { code: 'outcome_contradicts_votes' } })
    expect(await vote({ on: '2019-02-07' })).toMatchObject({ problem: { code: 'decided_before_meeting' } })
    expect(await vote({ on: '2019-02-09' })).toMatchObject({ problem: { code: 'date_in_the_future' } })
    expect(await theAct(world, actId)).toMatchObject({ state: 'submitted' })
  })

  test('that is rejected leaves its missions to another act', async () => {
    valueOf(await world.as(world.assembly, (ctx) => recordVote(ctx, actId, aVote({ outcome: 'rejected', for: 3, against: 50 }), noMinutes)))

    const mission = await world.read(world.department, (ctx) => loadMission(ctx.tx, world.missions[0]))
    expect(mission?.partners.map(({ ratifiedOn }) => ratifiedOn)).toEqual([null])
    expect(await world.as(world.department, (ctx) => openAct(ctx, world.missions))).toMatchObject({ ok: true })
  })
})

describe('what one organisation decides', () => {
  test('is nothing to another, even one that travelled along', async () => {
    actId = await aSubmittedAct(world)

    for (const who of [world.port, world.stranger]) {
      expect(await world.read(who, (ctx) => loadAct(ctx.tx, actId))).toBeNull()
      expect(await world.read(who, (ctx) => listActs(ctx.tx, { limit: 10 }))).toEqual([])
      await expect(world.read(who, (ctx) => checkAct(ctx, actId))).rejects.toThrow(NotFound)
      await expect(world.as(who, (ctx) => recordVote(ctx, actId, aVote(), noMinutes))).rejects.toThrow(NotFound)
      await expect(world.as(who, (ctx) => changeAct(ctx, actId, 1, frameOf2019))).rejects.toThrow(NotFound)
    }
  })
})

// Last: an adopted act holds its missions for good.
describe('an adopted act', () => {
  test('ratifies its missions, then becomes enforceable once transmitted and published', async () => {
    actId = await aSubmittedAct(world)
    expect(await world.as(world.assembly, (ctx) => recordTransmission(ctx, actId, { on: today, receipt: null }, null))).toMatchObject({
      problem: { code: 'not_adopted' },
    })

    const minutes = { deliberationNumber: 'CP-2019-55', secretary: null }
    valueOf(await world.as(world.assembly, (ctx) => recordVote(ctx, actId, aVote(), minutes)))

    for (const missionId of world.missions) {
      const mission = await world.read(world.department, (ctx) => loadMission(ctx.tx, missionId))
      const own = mission?.partners.find(({ organisationId }) => organisationId === world.departmentId)
      expect(own).toMatchObject({ ratifiedOn: today, accountsClosedOn: today })
    }
    expect(await world.as(world.department, (ctx) => recordExpense(ctx, world.missions[0], anExpense(mistake)))).toMatchObject({
      ok: false,
    })

    world.setClock('2019-02-20T09:00:00.000Z')
    const transmit = (on: string) =>
      world.as(world.assembly, (ctx) =>
        recordTransmission(ctx, actId, { on: asLocalDate(on), receipt: '013-221300015-20190212' }, 'PREF013'),
      )
    expect(await transmit('2019-02-07')).toMatchObject({ problem: { code: 'transmitted_before_vote' } })
    valueOf(await transmit('2019-02-13'))
    valueOf(await transmit('2019-02-12'))
    valueOf(
      await world.as(world.assembly, (ctx) =>
        recordPublication(ctx, actId, { on: asLocalDate('2019-02-15'), address: 'https://departement.example/deliberations/55' }),
      ),
    )

    expect(await theAct(world, actId)).toMatchObject({
      shown: 'executory',
      executoryOn: '2019-02-15',
      deliberationNumber: 'CP-2019-55',
      transmission: { on: '2019-02-12', receipt: '013-221300015-20190212' },
    })
  })

  test('gives its line to the national file of deliberations', async () => {
    valueOf(
      await world.as(world.assembly, (ctx) =>
        registerDeliberation(ctx, actId, { deliberationNumber: 'CP-2019-55', subjectCode: '5.6', budgetName: 'Budget principal' }),
      ),
    )

    const row = await world.read(world.reader, async (ctx) => publishRow(ctx, await theAct(world, actId)))

    expect(row).toMatchObject({
      ok: true,
      value: {
        COLL_SIRET: '22130001500247',
        DELIB_ID: 'CP-2019-55',
        DELIB_DATE: '2019-02-08',
        BUDGET_ANNEE: '2018',
        BUDGET_NOM: 'Budget principal',
        PREF_ID: 'PREF013',
        PREF_DATE: '2019-02-12',
        VOTE_EFFECTIF: '58',
        VOTE_REEL: '56',
        VOTE_POUR: '50',
        VOTE_CONTRE: '3',
        VOTE_ABSTENTION: '3',
      },
    })
  })

  test('is not voted again, nor put off, and keeps its missions', async () => {
    expect(await world.as(world.assembly, (ctx) => recordVote(ctx, actId, aVote(), noMinutes))).toMatchObject({
      problem: { code: 'already_decided' },
    })
    expect(
      await world.as(world.assembly, (ctx) => deferAct(ctx, actId, { outcome: 'withdrawn', on: today, reason: 'Trop tard' })),
    ).toMatchObject({ problem: { code: 'already_decided' } })
    expect(await world.as(world.department, (ctx) => openAct(ctx, [world.missions[0]]))).toMatchObject({
      problem: { code: 'a_mission_has_one_act_at_a_time' },
    })
  })
})
