import type { CompanyKind, Rule } from './event.ts'
import type { Participant } from './participant.ts'
import type { Wish } from './wish.ts'

/** Two participants who are to meet if they can: `one` asked. `weight` adds what both said. */
export type Pair = {
  readonly one: string
  readonly other: string
  readonly isMust: boolean
  readonly weight: number
  readonly company: readonly CompanyKind[]
  /** The slot that the one who was asked chose among three; absent when any will do. */
  readonly slotId?: string
}

/** What a wish counts for, and what an acceptance adds. */
export const wishWeights = { must: 4, like: 2, accepted: 1 } as const

/**
 * The pairs that wishes make: a wish that its rule lets count as it is, one that was accepted, or two open ones that answer each other. A no of either
 * side unmakes the pair. Pairs come in the order of the participants. `chosen` tells the slot chosen for a wish, by its id.
 */
export function pairsOf(
  participants: readonly Pick<Participant, 'id' | 'circleId'>[],
  rules: readonly Pick<Rule, 'fromId' | 'toId' | 'company'>[],
  wishes: readonly (Partial<Pick<Wish, 'id'>> & Pick<Wish, 'participantId' | 'aboutId' | 'degree' | 'state'>)[],
  chosen: ReadonlyMap<string, string> = new Map(),
): Pair[] {
  const rank = new Map(participants.map(({ id }, index) => [id as string, index]))
  const circle = new Map(participants.map(({ id, circleId }) => [id as string, circleId]))
  const said = new Map(wishes.map((wish) => [`${wish.participantId} ${wish.aboutId}`, wish]))
  const pairs = new Map<string, Pair>()
  const ordered = wishes.toSorted(
    (a, b) =>
      (rank.get(a.participantId) ?? 0) - (rank.get(b.participantId) ?? 0) || (rank.get(a.aboutId) ?? 0) - (rank.get(b.aboutId) ?? 0),
  )
  for (const wish of ordered) {
    const { participantId: one, aboutId: other } = wish
    const back = said.get(`${other} ${one}`)
    if (pairs.has(`${other} ${one}`) || wish.degree === 'no' || back?.degree === 'no') continue
    const answersEachOther = wish.state === 'open' && back?.state === 'open'
    const counted = [wish, ...(back ? [back] : [])].filter(
      ({ state }) => state === 'noted' || state === 'accepted' || (answersEachOther && state === 'open'),
    )
    if (!counted.includes(wish)) continue
    const rule =
      rules.find(({ fromId, toId }) => fromId === circle.get(one) && toId === circle.get(other)) ??
      rules.find(({ fromId, toId }) => fromId === circle.get(other) && toId === circle.get(one))
    pairs.set(`${one} ${other}`, {
      one,
      other,
      isMust: counted.some(({ degree }) => degree === 'must'),
      weight: counted.reduce(
        (sum, { degree, state }) =>
          sum + (degree === 'must' ? wishWeights.must : wishWeights.like) + (state === 'accepted' ? wishWeights.accepted : 0),
        0,
      ),
      company: rule?.company ?? [],
      ...slotOf(counted.flatMap(({ id }) => chosen.get(id ?? '') ?? [])[0]),
    })
  }
  return [...pairs.values()]
}

function slotOf(slotId: string | undefined): Pick<Pair, 'slotId'> {
  return slotId === undefined ? {} : { slotId }
}
