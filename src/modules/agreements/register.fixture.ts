import type { LocalDate } from '#platform/pure/local-date.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { openWorld, type Somebody } from '#tests/world.ts'
import type { AgreementId } from './domain/agreement.ts'
import type { Step } from './domain/life.ts'
import { loadAgreement } from './sql/agreements.ts'
import { recordStep } from './usecases/record-step.ts'
import { type AgreementDraft, openAgreement } from './usecases/write-agreement.ts'

/**
 * For the tests: a département keeps a register, with an officer, someone of its assembly office and a reader; a city keeps its own.
 * It is 2 March 2026.
 */
export async function twoRegisters(templateUrl: string) {
  const world = await openWorld(templateUrl)
  const officer = await world.found('Département de Rochebrune', 'department')
  const assembly = await world.join(officer.organisationId, ['assembly'])
  const reader = await world.join(officer.organisationId, ['reader'])
  const city = await world.found('Ville de Rochebrune', 'municipality')
  const open = async (change: Partial<AgreementDraft> = {}, who: Somebody = officer, renews: string | null = null): Promise<AgreementId> =>
    valueOf(await world.as(who, (ctx) => openAgreement(ctx, aDraft(change), renews)))
  /** The parties sign with one name each. */
  const step = async (id: AgreementId, done: Step, who: Somebody = officer) =>
    world.as(who, async (ctx) => {
      const agreement = await loadAgreement(ctx.tx, id)
      const signatories = (agreement?.parties ?? []).map((party) => ({
        partyId: party.id,
        name: 'Ana Béal',
        capacity: { fr: 'Présidente' },
      }))
      return recordStep(ctx, id, done, signatories)
    })
  const inForce = async (change: Partial<AgreementDraft> = {}, from = '2025-06-20'): Promise<AgreementId> => {
    const id = await open(change)
    for (const done of aLife(asLocalDate(from))) valueOf(await step(id, done))
    return id
  }
  const load = async (id: string, who: Somebody = officer) => world.read(who, (ctx) => loadAgreement(ctx.tx, id))
  return Object.assign(world, { officer, assembly, reader, city, open, step, inForce, load })
}

/** Voted, signed, transmitted and in force on one day. */
export function aLife(day: LocalDate): Step[] {
  return [
    { kind: 'vote', on: day, proof: '25-114' },
    { kind: 'sign', on: day, proof: 'Portobello' },
    { kind: 'transmit', on: day, proof: 'AR 044' },
    { kind: 'enter', on: day },
  ]
}

/** For the tests: two years of cooperation with Genoa, without expense, unless said otherwise. */
export function aDraft(change: Partial<AgreementDraft> = {}): AgreementDraft {
  return {
    type: 'cooperation_agreement',
    title: { fr: 'Accord avec Gênes' },
    object: { fr: 'Coopérer.' },
    scopes: ['economic'],
    city: 'Gênes',
    country: '',
    cooperationSince: null,
    term: { runsFrom: null, months: 24, lastDay: null },
    forecast: { cents: 0n, currency: 'EUR' },
    forecastNote: '',
    unproven: null,
    parties: [aParty()],
    ...change,
  }
}

export function aParty(change: Partial<AgreementDraft['parties'][number]> = {}): AgreementDraft['parties'][number] {
  return { name: 'Comune di Portobello', kind: 'foreign_authority', country: 'IT', stateGround: null, stateGroundOn: null, ...change }
}
