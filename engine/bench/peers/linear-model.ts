import type { InstanceDocument } from '../../random/documents.ts'

/** Minimise Σ variables of `objective` + `constant`, within bounds on integer sums; every variable is 0 or 1 but those of `counts`. */
export type LinearModel = {
  /** Upper bound of each variable. */
  readonly upper: readonly number[]
  readonly rows: readonly LinearRow[]
  readonly objective: readonly number[]
  readonly constant: number
  /** By meeting and slot, the variable that says so; −1 where it cannot be. */
  readonly held: readonly (readonly number[])[]
}

export type LinearRow = {
  readonly vars: readonly number[]
  readonly coeffs: readonly number[]
  readonly least: number
  readonly most: number
}

const far = 1_000_000

/**
 * The published problem as anyone would write it for a solver of integer programs, after the paper: a variable per meeting and slot, one
 * per person and busy slot, one per person and start of a block of meetings. A person with meetings has a block more than breaks.
 */
export function linearModel(instance: InstanceDocument): LinearModel {
  const upper: number[] = []
  const rows: LinearRow[] = []
  const variable = (most = 1) => upper.push(most) - 1
  const add = (terms: readonly (readonly [number, number])[], least: number, most: number) =>
    rows.push({ vars: terms.map(([v]) => v), coeffs: terms.map(([, c]) => c), least, most })
  const slots = Array.from({ length: instance.slots.count }, (_, i) => i + 1)
  const away = new Map(instance.participants.map(({ id, unavailable }) => [id, new Set(unavailable)]))

  const held = instance.meetings.map(({ a, b, session, fixedSlot }) =>
    slots.map((slot) => {
      const isOpen =
        !away.get(a)?.has(slot) &&
        !away.get(b)?.has(slot) &&
        (!session || instance.slots[session].includes(slot)) &&
        (!fixedSlot || fixedSlot === slot)
      return isOpen ? variable() : -1
    }),
  )
  const open = (cells: readonly number[]) => cells.filter((v) => v !== -1).map((v) => [v, 1] as const)
  for (const cells of held) add(open(cells), 1, 1)
  for (const [t] of slots.entries()) add(open(held.map((cells) => cells[t])), 0, instance.tables)
  const indexOf = new Map(instance.meetings.map(({ id }, m) => [id, m]))
  for (const [before, after] of instance.precedences) {
    const times = (id: string, sign: number) =>
      (held[indexOf.get(id) ?? 0] ?? []).flatMap((v, t) => (v === -1 ? [] : [[v, sign * (t + 1)] as const]))
    add([...times(after, 1), ...times(before, -1)], 1, far)
  }

  const most = variable(instance.slots.count)
  const fewest = variable(instance.slots.count)
  if (instance.fairness !== undefined)
    add(
      [
        [most, 1],
        [fewest, -1],
      ],
      -far,
      instance.fairness,
    )
  const blocks: number[] = []
  let busyPeople = 0
  for (const { id } of instance.participants) {
    const own = held.filter((_, m) => instance.meetings[m].a === id || instance.meetings[m].b === id)
    const used = slots.map(() => variable())
    const starts = slots.map(() => variable())
    for (const [t] of slots.entries()) {
      add([...open(own.map((cells) => cells[t])), [used[t], -1]], 0, 0)
      add([[starts[t], 1], [used[t], -1], ...(t === 0 ? [] : [[used[t - 1], 1] as const])], 0, far)
    }
    if (own.length === 0) {
      add([[fewest, 1]], 0, 0)
      continue
    }
    busyPeople += 1
    blocks.push(...starts)
    // Its breaks are its blocks less one, and lie between those of whoever has the fewest and the most.
    const terms = starts.map((v) => [v, 1] as const)
    add([...terms, [most, -1]], -far, 1)
    add([...terms, [fewest, -1]], 1, far)
  }
  return { upper, rows, objective: blocks, constant: -busyPeople, held }
}
