/** How the plan in force is cut into sheets that print one by one. */
export const sheetKinds = ['table', 'company', 'day'] as const
export type SheetKind = (typeof sheetKinds)[number]

type Shown = {
  readonly id: string
  readonly oneId: string
  readonly otherId: string
  readonly one: string
  readonly other: string
  readonly slotId: string
  readonly spotId: string
}

/** A sheet: whose it is, and its meetings in the order of time. */
export type Sheet<Meeting> = { readonly id: string; readonly meetings: readonly Meeting[] }

/**
 * One sheet for each table, company or day that has a meeting, in the order of tables, of companies' names, of days. A meeting stands on the sheets of
 * both companies.
 */
export function sheetsOf<Meeting extends Shown>(
  kind: SheetKind,
  meetings: readonly Meeting[],
  order: {
    readonly spots: readonly { readonly id: string }[]
    readonly participants: readonly { readonly id: string }[]
    readonly slots: readonly { readonly id: string; readonly date: string }[]
  },
): Sheet<Meeting>[] {
  const rank = new Map(order.slots.map(({ id }, index) => [id, index]))
  const dateOf = new Map(order.slots.map(({ id, date }) => [id, date]))
  const inTime = meetings.toSorted((a, b) => (rank.get(a.slotId) ?? 0) - (rank.get(b.slotId) ?? 0))
  const sheets = new Map<string, Meeting[]>()
  for (const meeting of inTime) {
    const ids =
      kind === 'table' ? [meeting.spotId] : kind === 'company' ? [meeting.oneId, meeting.otherId] : [dateOf.get(meeting.slotId) ?? '']
    for (const id of ids) sheets.set(id, [...(sheets.get(id) ?? []), meeting])
  }
  const ids =
    kind === 'table'
      ? order.spots.map(({ id }) => id)
      : kind === 'company'
        ? order.participants.map(({ id }) => id)
        : [...new Set(order.slots.map(({ date }) => date))]
  return ids.flatMap((id) => {
    const own = sheets.get(id)
    return own ? [{ id, meetings: own }] : []
  })
}
