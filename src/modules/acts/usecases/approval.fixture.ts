import { writeDomain, writeWording } from '#modules/agreements/index.ts'
import { twoRegisters } from '#modules/agreements/register.fixture.ts'
import type { Somebody } from '#tests/world.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { APPROVAL_2026 } from '../domain/approval-2026.fixture.ts'
import { headerOf } from '../domain/header.fixture.ts'
import type { Vote } from '../domain/lifecycle.ts'
import { loadAct } from '../sql/acts.ts'
import { changeAct } from './change-act.ts'
import { checkAct } from './check-act.ts'
import { openAgreementAct } from './open-agreement-act.ts'
import { recordTransmission } from './record-publicity.ts'
import { recordVote } from './record-vote.ts'
import { submitAct } from './submit-act.ts'

const { object } = APPROVAL_2026

export const frameOf2026 = {
  language: 'fr',
  reference: '26-114',
  object,
  header: headerOf(APPROVAL_2026),
  fiscalYear: null,
  meetingOn: asLocalDate('2026-02-20'),
  convenedOn: null,
} as const

/** For the tests: two registers, and the ways of an agreement through the assembly of the first. It is 2 March 2026. */
export async function anAssembly(templateUrl: string) {
  const world = await twoRegisters(templateUrl)
  const { as, read, officer, assembly } = world
  const actOf = async (actId: string) => {
    const act = await read(officer, (ctx) => loadAct(ctx.tx, actId))
    if (act === null) throw new Error('the act is there')
    return act
  }
  /** An agreement with everything the assembly must be told. */
  const ready = async (...change: Parameters<typeof world.open>) => {
    const id = await world.open(...change)
    valueOf(
      await as(officer, (ctx) => writeWording(ctx, id, { language: 'fr', body: 'Les parties coopèrent.', isAuthentic: true, version: 0 })),
    )
    valueOf(await as(officer, (ctx) => writeDomain(ctx, id, { title: { fr: 'Ports' }, pledges: [{ fr: 'Échanger' }] })))
    return id
  }
  const opened = async (agreementId: string, who: Somebody = officer) => {
    const actId = valueOf(await as(who, (ctx) => openAgreementAct(ctx, agreementId)))
    valueOf(await as(who, (ctx) => changeAct(ctx, actId, 1, frameOf2026)))
    return actId
  }
  const submitted = async (agreementId: string) => {
    const actId = await opened(agreementId)
    valueOf(await as(assembly, async (ctx) => submitAct(ctx, actId, (await checkAct(ctx, actId)).digest)))
    return actId
  }
  const vote = (actId: string, change: Partial<Vote> = {}, deliberationNumber: string | null = null) =>
    as(assembly, (ctx) => recordVote(ctx, actId, { ...aVote(), ...change }, { deliberationNumber, secretary: null }))
  const transmit = (actId: string, on: string, receipt: string | null = 'AR 114') =>
    as(assembly, (ctx) => recordTransmission(ctx, actId, { on: asLocalDate(on), receipt }, null))
  return Object.assign(world, { actOf, ready, opened, submitted, vote, transmit })
}

function aVote(): Vote {
  return {
    outcome: 'adopted',
    on: asLocalDate('2026-02-20'),
    attendance: { inOffice: 20, present: 18, represented: 0, secondCall: false },
    ballot: { for: 18, against: 0, abstained: 0, notVoting: 0, secret: false },
  }
}
