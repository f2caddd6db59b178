import type { Ctx } from '#platform/context.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { type AgreementLine, listAgreements } from '#modules/agreements/index.ts'
import type { Gift } from '../domain/gift.ts'
import { type Memory, type MemoryCounts, type Met, countMemories } from '../domain/memory.ts'
import type { PromiseMade } from '../domain/promise.ts'
import type { Sequel } from '../domain/sequel.ts'
import { listGiftsAround } from '../sql/gifts.ts'
import { listMet } from '../sql/memory.ts'
import { listPromises } from '../sql/promises.ts'
import { listSequels } from '../sql/sequels.ts'
import { namesOfCity, remember } from './weigh-request.ts'

/** Whom one asks about. */
export type Remembered = { readonly asker: string; readonly city: string; readonly country: string }

export type OrganisationMemory = {
  readonly counts: MemoryCounts
  /** With it, or in its city. */
  readonly near: readonly Memory[]
  /** Of the rest of its country. */
  readonly elsewhere: readonly Memory[]
  readonly agreements: readonly AgreementLine[]
  readonly met: readonly Met[]
  readonly promises: readonly PromiseMade[]
  readonly gifts: readonly Gift[]
  readonly sequels: readonly Sequel[]
}

/** Nobody's own request: a memory is asked without one. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** What happened with an organisation, as far as the acting organisation may read it: the policies choose the rows. `exceptMissionId`: of the visit at hand. */
export async function rememberOrganisation(
  ctx: Pick<Ctx, 'tx' | 'today'>,
  about: Remembered,
  exceptMissionId?: string,
): Promise<OrganisationMemory> {
  const memories = ((await remember(ctx, [{ id: nobody, ...about }])).get(nobody) ?? []).filter(({ id }) => id !== exceptMissionId)
  const near = memories.filter(({ nearness }) => nearness !== 'country')
  const missionIds = near.flatMap(({ kind, id }) => (kind === 'request' ? [] : [id]))
  const names = new Set((await namesOfCity(ctx, about.city)).map(foldAccents))
  const asker = foldAccents(about.asker)
  const register = about.country === '' ? [] : await listAgreements(ctx.tx, { country: about.country, limit: 500 }, ctx.today)
  const agreements = register.filter(
    ({ partyNames, cityName }) =>
      partyNames.some((name) => foldAccents(name) === asker) ||
      Object.values(cityName).some((name) => name !== undefined && names.has(foldAccents(name))),
  )
  return {
    counts: countMemories(near, agreements.length, ctx.today),
    near,
    elsewhere: memories.filter(({ nearness }) => nearness === 'country'),
    agreements,
    met: await listMet(ctx.tx, missionIds, ctx.today),
    promises: missionIds.length === 0 ? [] : await listPromises(ctx.tx, missionIds),
    gifts: await listGiftsAround(ctx.tx, missionIds, about.asker),
    sequels: await listSequels(ctx.tx, { visits: missionIds }),
  }
}
