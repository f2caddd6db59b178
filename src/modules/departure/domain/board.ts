import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Requirement, columnOf, requirementKinds } from './requirement.ts'

/** One person of the board: what is asked of them, column by column, and whether they may leave. */
export type BoardRow<Person> = {
  readonly person: Person
  readonly isReady: boolean
  readonly cells: ReadonlyMap<string, Requirement>
}

/** One thing that people wait for. `dueOn` is the nearest of their terms. */
export type Blocking = Pick<Requirement, 'kind' | 'country' | 'dueOn'> & { readonly waiting: readonly Requirement[] }

export type Board<Person> = {
  readonly columns: readonly Pick<Requirement, 'kind' | 'country'>[]
  readonly rows: readonly BoardRow<Person>[]
  /** What blocks the departure, the nearest term first: one thing, and those who wait for it. */
  readonly blocking: readonly Blocking[]
  readonly readyCount: number
}

/**
 * People × requirements. A column exists when at least one person is asked for it; who waits for something comes before who is ready,
 * and otherwise people keep their order.
 */
export function boardOf<Person extends { readonly id: string }>(
  people: readonly Person[],
  requirements: readonly Requirement[],
): Board<Person> {
  const columns = new Map(requirements.map((each) => [columnOf(each), { kind: each.kind, country: each.country }]))
  const rows = people.map((person): BoardRow<Person> => {
    const own = requirements.filter(({ memberId }) => memberId === person.id)
    return { person, isReady: own.every(({ state }) => state !== 'to_do'), cells: new Map(own.map((each) => [columnOf(each), each])) }
  })
  const known = new Set(people.map(({ id }) => id))
  return {
    columns: [...columns.values()].toSorted(byKindThenCountry),
    rows: [...rows.filter(({ isReady }) => !isReady), ...rows.filter(({ isReady }) => isReady)],
    blocking: blockingOf(requirements.filter(({ state, memberId }) => state === 'to_do' && known.has(memberId))),
    readyCount: rows.filter(({ isReady }) => isReady).length,
  }
}

function blockingOf(waiting: readonly Requirement[]): Blocking[] {
  const byColumn = Map.groupBy(waiting, columnOf)
  return [...byColumn.values()]
    .map((those) => those.toSorted(byTerm))
    .flatMap((those) => (those[0] ? [{ kind: those[0].kind, country: those[0].country, dueOn: those[0].dueOn, waiting: those }] : []))
    .toSorted(byTerm)
}

export function isLate({ state, dueOn }: Pick<Requirement, 'state' | 'dueOn'>, today: LocalDate): boolean {
  return state === 'to_do' && dueOn < today
}

function byKindThenCountry(one: Pick<Requirement, 'kind' | 'country'>, other: Pick<Requirement, 'kind' | 'country'>): number {
  const order = requirementKinds.indexOf(one.kind) - requirementKinds.indexOf(other.kind)
  return order || (one.country ?? '').localeCompare(other.country ?? '', 'en')
}

type Termed = Pick<Requirement, 'kind' | 'country' | 'dueOn'>

function byTerm(one: Termed, other: Termed): number {
  if (one.dueOn !== other.dueOn) return one.dueOn < other.dueOn ? -1 : 1
  return byKindThenCountry(one, other)
}
