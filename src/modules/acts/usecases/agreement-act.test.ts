import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { amendAgreement } from '#modules/agreements/index.ts'
import { removeAgreement } from '#modules/agreements/usecases/write-agreement.ts'
import { withdrawStep } from '#modules/agreements/usecases/record-step.ts'
import { toPlainText } from '../domain/plain-text.ts'
import { buildAct, closePdfPool } from '../cli.ts'
import { abandonAct } from './abandon-act.ts'
import { agreementsWithoutAct, openAgreementAct } from './open-agreement-act.ts'
import { anAssembly } from './approval.fixture.ts'
import { arrangeMissions } from './arrange-missions.ts'
import { buildDocuments } from './build-documents.ts'
import { checkAct } from './check-act.ts'
import { differencesSinceVote } from './differences-since-vote.ts'

let world: Awaited<ReturnType<typeof anAssembly>>
beforeAll(async () => {
  world = await anAssembly(inject('templateUrl'))
})
afterAll(async () => {
  await world.close()
  await closePdfPool()
})

const votedOn = asLocalDate('2026-02-20')
const signature = { kind: 'sign', on: asLocalDate('2026-02-25'), proof: 'Portobello' } as const
const open = (id: string, who = world.officer) => world.as(who, (ctx) => openAgreementAct(ctx, id))

describe('an act about an agreement is opened', () => {
  test('by those who prepare acts, about an agreement of their own register', async () => {
    const id = await world.open()

    await expect(open(id, world.reader)).rejects.toThrow(Forbidden)
    await expect(open(id, world.assembly)).rejects.toThrow(Forbidden)
    await expect(open(id, world.city)).rejects.toThrow(NotFound)
  })

  test('once at a time, and again after it was given up', async () => {
    const id = await world.open()
    const actId = valueOf(await open(id))

    expect(await open(id)).toEqual({ ok: false, problem: { code: 'an_agreement_has_one_act_at_a_time' } })
    valueOf(await world.as(world.officer, (ctx) => abandonAct(ctx, actId, 'Le texte change')))
    expect(await open(id)).toMatchObject({ ok: true })
  })

  test('only before the vote: one that was voted goes before the assembly no more', async () => {
    const id = await world.open()
    valueOf(await world.step(id, { kind: 'vote', on: votedOn, proof: '26-1' }))

    expect(await open(id)).toEqual({ ok: false, problem: { code: 'agreement_not_before_the_assembly' } })
    expect((await world.read(world.officer, agreementsWithoutAct)).map((line) => line.id)).not.toContain(id)
  })

  test('with an object to reword, the subject of a département, and no mission then or later', async () => {
    const id = await world.open()
    const actId = valueOf(await open(id))

    expect(await world.actOf(actId)).toMatchObject({
      kind: 'agreement',
      agreementId: id,
      missionIds: [],
      subjectCode: '9.2',
      object: { fr: 'Approbation de l’accord « Accord avec Gênes »' },
    })
    expect(await world.as(world.officer, (ctx) => arrangeMissions(ctx, actId, [id]))).toEqual({
      ok: false,
      problem: { code: 'an_agreement_act_has_no_mission' },
    })
  })
})

test('the assembly is told what the agreement says, and what it still lacks', async () => {
  const actId = await world.opened(await world.open({ forecast: null }))

  const { missing } = await world.read(world.officer, (ctx) => checkAct(ctx, actId))

  expect(missing.map(({ code }) => code)).toEqual(['forecast_missing', 'wording_missing', 'domains_missing'])
})

describe('the vote', () => {
  test('is that of the agreement, whose day and number it gives; neither is taken back by hand', async () => {
    const id = await world.ready()
    const actId = await world.submitted(id)

    valueOf(await world.vote(actId, {}, '26-77'))

    expect(await world.load(id)).toMatchObject({ dates: { votedOn }, proofs: { voteReference: '26-77', voteActId: actId } })
    expect(await world.as(world.officer, (ctx) => withdrawStep(ctx, id, 'vote'))).toEqual({
      ok: false,
      problem: { code: 'what_an_act_proves_stays' },
    })
  })

  test('that rejects leaves the agreement to be voted, by another act', async () => {
    const id = await world.ready()
    const actId = await world.submitted(id)

    valueOf(await world.vote(actId, { outcome: 'rejected', ballot: { for: 2, against: 16, abstained: 0, notVoting: 0, secret: false } }))

    expect(await world.load(id)).toMatchObject({ dates: { votedOn: null } })
    expect(await open(id)).toMatchObject({ ok: true })
  })

  test('is refused where somebody wrote another by hand meanwhile, and nothing of it is kept', async () => {
    const id = await world.ready()
    const actId = await world.submitted(id)
    valueOf(await world.step(id, { kind: 'vote', on: asLocalDate('2026-01-09'), proof: '26-1' }))

    expect(await world.vote(actId)).toEqual({ ok: false, problem: { code: 'already_recorded' } })
    expect(await world.actOf(actId)).toMatchObject({ state: 'submitted', decision: null })
  })

  test('stands on what was frozen: what the agreement says afterwards is shown as a difference, its entry into force is not', async () => {
    const id = await world.ready()
    const actId = await world.submitted(id)
    valueOf(await world.vote(actId))
    const act = await world.actOf(actId)
    const before = await world.read(world.officer, async (ctx) => toPlainText((await buildDocuments(ctx, act)).deliberation))
    const differences = () => world.read(world.officer, (ctx) => differencesSinceVote(ctx, act))

    valueOf(await world.step(id, signature))
    valueOf(await world.transmit(actId, '2026-02-27'))
    valueOf(
      await world.as(world.officer, (ctx) =>
        amendAgreement(ctx, id, {
          signedOn: asLocalDate('2026-03-01'),
          voteReference: '',
          summary: 'Prolonge.',
          prolongsTo: asLocalDate('2030-01-01'),
        }),
      ),
    )
    expect(await world.load(id)).toMatchObject({ term: { runsFrom: '2026-02-27', lastDay: '2028-02-26' } })
    expect(await differences()).toEqual([])

    await withOwner(world.ownerUrl, (owner) =>
      owner.query(`update agreements.domain set title = '{"fr": "Ports francs"}' where agreement_id = $1`, [id]),
    )
    expect(await differences()).toMatchObject([
      {
        label: 'accord, domaines et engagements',
        before: 'Ports',
        after: 'Ports francs',
        source: { kind: 'agreement', agreementId: id, category: 'pledges' },
      },
    ])
    expect(await world.read(world.officer, async (ctx) => toPlainText((await buildDocuments(ctx, act)).deliberation))).toBe(before)
  })
})

describe('the transmission to the State', () => {
  const adopted = async (change: Parameters<typeof world.open>[0] = {}) => {
    const id = await world.ready(change)
    const actId = await world.submitted(id)
    valueOf(await world.vote(actId))
    return { id, actId }
  }

  test('of an act whose agreement is signed transmits it, and makes it enter into force', async () => {
    const { id, actId } = await adopted()
    valueOf(await world.step(id, signature))

    valueOf(await world.transmit(actId, '2026-02-27'))

    expect(await world.load(id)).toMatchObject({
      dates: { transmittedOn: '2026-02-27', inForceFrom: '2026-02-27' },
      proofs: { transmissionReference: 'AR 114', transmissionActId: actId },
      term: { runsFrom: '2026-02-27', lastDay: '2028-02-26' },
    })
  })

  test('follows the act when its day is mended there, and never goes before the signature', async () => {
    const { id, actId } = await adopted()
    valueOf(await world.step(id, signature))
    valueOf(await world.transmit(actId, '2026-02-27'))

    valueOf(await world.transmit(actId, '2026-02-26', 'AR 115'))

    expect(await world.load(id)).toMatchObject({
      dates: { transmittedOn: '2026-02-26', inForceFrom: '2026-02-26' },
      proofs: { transmissionReference: 'AR 115' },
      term: { runsFrom: '2026-02-26', lastDay: '2028-02-25' },
    })
    expect(await world.transmit(actId, '2026-02-24')).toEqual({ ok: false, problem: { code: 'signed_before_it_is_transmitted' } })
    expect(await world.actOf(actId)).toMatchObject({ transmission: { on: '2026-02-26' } })
  })

  test('enters into force on the first day of a term that is written, when that comes later', async () => {
    const { id, actId } = await adopted({ term: { runsFrom: asLocalDate('2026-09-01'), months: 12, lastDay: null } })
    valueOf(await world.step(id, signature))
    valueOf(await world.transmit(actId, '2026-02-27'))

    expect(await world.load(id)).toMatchObject({ dates: { transmittedOn: '2026-02-27', inForceFrom: '2026-09-01' } })
    valueOf(await world.transmit(actId, '2026-02-28'))
    expect(await world.load(id)).toMatchObject({ dates: { transmittedOn: '2026-02-28', inForceFrom: '2026-09-01' } })
  })

  test('before the signature is that of the deliberation alone: the agreement is transmitted by itself, later', async () => {
    const { id, actId } = await adopted()
    valueOf(await world.transmit(actId, '2026-02-21'))
    valueOf(await world.step(id, signature))

    expect(await world.load(id)).toMatchObject({ dates: { transmittedOn: null, inForceFrom: null } })
    valueOf(await world.step(id, { kind: 'transmit', on: asLocalDate('2026-02-28'), proof: 'AR 9' }))
    valueOf(await world.transmit(actId, '2026-02-28'))
    expect(await world.load(id)).toMatchObject({
      dates: { transmittedOn: '2026-02-28' },
      proofs: { transmissionReference: 'AR 9', transmissionActId: null },
    })
  })

  test('proves the same when the signature is entered after it', async () => {
    const { id, actId } = await adopted()
    valueOf(await world.transmit(actId, '2026-02-27'))

    valueOf(await world.step(id, signature))

    expect(await world.load(id)).toMatchObject({ dates: { inForceFrom: '2026-02-27' }, proofs: { transmissionActId: actId } })
  })
})

test('an agreement that an act is about stays in the register', async () => {
  const id = await world.open()
  valueOf(await open(id))

  expect(await world.as(world.officer, (ctx) => removeAgreement(ctx, id))).toMatchObject({
    ok: false,
    problem: { code: 'an_act_keeps_its_agreement' },
  })
})

test('the command builds what an act about an agreement would be, and the very act once there is one', async () => {
  const id = await world.ready()
  const build = () => world.read(world.officer, (ctx) => buildAct(ctx, { agreementId: id }))

  expect(valueOf(await build())).toMatchObject({ facts: { reference: null, agreement: { id, forecast: { cents: '0' } } } })
  const actId = await world.submitted(id)
  const built = valueOf(await build())
  expect([built.facts.reference, built.missing, built.files.map(({ name }) => name)]).toEqual([
    '26-114',
    [],
    ['rapport.pdf', 'rapport.docx', 'deliberation.pdf', 'deliberation.docx'],
  ])
  valueOf(await world.vote(actId))
  expect(valueOf(await build()).facts.reference).toBe('26-114')
})
