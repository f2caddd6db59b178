import type { Ctx } from '#platform/context.ts'
import { addMonths } from '#platform/pure/local-date.ts'
import type { Agreement, AgreementLine } from '../domain/agreement.ts'
import { isFirstOfCountry, yearsTogether } from '../domain/firsts.ts'
import { type Standing, standingOf } from '../domain/life.ts'
import { listAgreements, listSigned } from '../sql/agreements.ts'
import { type DueAction, listDueActions } from '../sql/pledges.ts'

/** What is computed of an agreement: where it stands today, whether it opened a country, how long the parties had worked together. */
export type Computed = {
  readonly standing: Standing
  readonly isFirstOfCountry: boolean
  /** Calendar years between the beginning of the cooperation and the signature; null when one of them is unknown. */
  readonly yearsTogether: number | null
}

export async function compute(ctx: Ctx, agreement: Agreement): Promise<Computed> {
  const { id, country, cityId, cityName, dates, term, unproven, renewedBy, cooperationSince } = agreement
  const isWithCity = cityId !== null || Object.keys(cityName).length > 0
  const signed = { id, country, signedOn: dates.signedOn, isUndated: dates.signedOn === null, isWithCity }
  return {
    standing: standingOf({ dates, term, attestedOn: unproven?.attestedOn ?? null, renewedFrom: renewedBy?.inForceFrom ?? null }, ctx.today),
    isFirstOfCountry: isFirstOfCountry(signed, await listSigned(ctx.tx)),
    yearsTogether: cooperationSince !== null && dates.signedOn !== null ? yearsTogether(cooperationSince, dates.signedOn) : null,
  }
}

/** Beyond this the register is read through its search. */
export const largestRegister = 1000

export type Deadlines = { readonly ending: readonly AgreementLine[]; readonly actions: readonly DueAction[] }

/** What calls for somebody: agreements in their last year, and actions due within the month or late. */
export async function readDeadlines(ctx: Ctx): Promise<Deadlines> {
  const register = await listAgreements(ctx.tx, { limit: largestRegister }, ctx.today)
  return {
    ending: register.filter(({ standing }) => standing === 'expiring'),
    actions: await listDueActions(ctx.tx, addMonths(ctx.today, 1), 20),
  }
}
