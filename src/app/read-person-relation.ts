import { listCities, loadPerson, mayErase } from '#modules/directory/index.ts'
import { listMembers } from '#modules/identity/index.ts'
import { listSharesOfPerson, loadMission } from '#modules/missions/index.ts'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { readTogether } from './together-with-person.ts'

/** What one did with someone of one's directory, and who sees it, gathered from the modules that own it. */
export async function readPersonRelation(ctx: Ctx, personId: string) {
  const person = found(await loadPerson(ctx.tx, personId))
  const { delegations: travels, exchanges, ...others } = await readTogether(ctx, person)
  const members = await listMembers(ctx.tx)
  const cities = new Map(
    (exchanges.length > 0 ? await listCities(ctx.tx) : []).map(({ id, name, names }) => [id as string, { und: name, ...names }]),
  )
  return {
    mayErase: mayErase(ctx.actor),
    travels,
    exchanges: exchanges.map((exchange) => ({ ...exchange, cityNames: cities.get(exchange.cityId) ?? {} })),
    ...others,
    access: {
      organisation: ctx.actor.organisationName,
      memberCount: members.length,
      keeperCount: members.filter(({ roles }) => roles.some((role) => role === 'officer' || role === 'administrator')).length,
      shares: await listSharesOfPerson(ctx.tx, personId),
      partners: await partnersOf(ctx, [...new Set(travels.map(({ missionId }) => missionId))]),
    },
  }
}

export type PersonRelation = Awaited<ReturnType<typeof readPersonRelation>>

/** Who else works in Escale on the missions where they are listed: those read the list. */
async function partnersOf(ctx: Ctx, missionIds: readonly string[]): Promise<string[]> {
  const names = new Set<string>()
  for (const missionId of missionIds) {
    const { partners = [] } = (await loadMission(ctx.tx, missionId)) ?? {}
    for (const { organisationId, name, isWorkspace, leftAt } of partners) {
      if (isWorkspace && leftAt === null && organisationId !== ctx.actor.organisationId) names.add(name)
    }
  }
  return [...names].toSorted()
}
