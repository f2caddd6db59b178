import type { Ctx } from '#platform/context.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { listCities } from '#modules/directory/index.ts'
import { type Interest, weighInterest } from '../domain/interest.ts'
import { type Memory, isAcquaintance } from '../domain/memory.ts'
import type { RequestFacts } from '../domain/request.ts'
import { listCriteria, loadDesk } from '../sql/desk.ts'
import { listMemories } from '../sql/memory.ts'

type Asked = Pick<RequestFacts, 'asker' | 'country' | 'city' | 'topics' | 'purpose' | 'askerKind' | 'peopleCount'> & { readonly id: string }

export type Weighed<Of> = { readonly request: Of; readonly memories: readonly Memory[]; readonly interest: Interest }

const mostRemembered = 40

/** What speaks for each of these requests today, with what is remembered of who makes it. As many queries for one as for a hundred. */
export async function weighRequests<Of extends Asked>(ctx: Pick<Ctx, 'tx' | 'today'>, requests: readonly Of[]): Promise<Weighed<Of>[]> {
  const memories = await remember(ctx, requests)
  const { strongFrom } = await loadDesk(ctx.tx)
  const criteria = await listCriteria(ctx.tx)
  return requests.map((request) => {
    const own = memories.get(request.id) ?? []
    return {
      request,
      memories: own,
      interest: weighInterest(request, criteria, { isKnown: isAcquaintance(own), strongFrom, on: ctx.today }),
    }
  })
}

/** What is remembered of those who ask, the nearest first. A city is known under all its names: Genova is Gênes. */
export async function remember(
  ctx: Pick<Ctx, 'tx'>,
  askers: readonly (Pick<RequestFacts, 'asker' | 'city' | 'country'> & { readonly id: string })[],
): Promise<ReadonlyMap<string, readonly Memory[]>> {
  const known = await listCities(ctx.tx)
  const namesOf = (city: string) => namesAmong(known, city)
  const looked = askers.map(({ id, asker, city, country }) => ({ id, asker, country, cities: namesOf(city) }))
  const memories = new Map<string, Memory[]>()
  for (const { of, ...memory } of await listMemories(ctx.tx, looked, mostRemembered))
    memories.set(of, [...(memories.get(of) ?? []), memory])
  return memories
}

/** Every name of a city one knows, and the one that was given. */
export async function namesOfCity(ctx: Pick<Ctx, 'tx'>, city: string): Promise<string[]> {
  return namesAmong(await listCities(ctx.tx), city)
}

function namesAmong(known: Awaited<ReturnType<typeof listCities>>, city: string): string[] {
  const folded = foldAccents(city.trim())
  const found = known.find(({ name, names }) => [name, ...Object.values(names)].some((each) => each && foldAccents(each) === folded))
  return [...new Set([city, found?.name ?? '', ...Object.values(found?.names ?? {}).map((name) => name ?? '')])].filter(
    (name) => name.trim() !== '',
  )
}
