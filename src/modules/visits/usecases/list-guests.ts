import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { type Guest, type GuestDraft, type GuestId, type RankPlace, inOrderOfPrecedence } from '../domain/precedence.ts'
import { mayArrangeReception, mayTakePart } from '../domain/rights.ts'
import { isValidOn } from '../domain/title.ts'
import * as sql from '../sql/guests.ts'
import { listTitles } from '../sql/titles.ts'

export type GuestProblem = { readonly code: 'rank_unknown' | 'a_host_invites' | 'interpreted_unknown' | 'title_unknown' }

/** The guests of a mission in order of precedence, by the ranks of its first day; and those ranks. */
export async function readPrecedence(
  ctx: Pick<Ctx, 'tx' | 'today'>,
  { id, startsOn }: { readonly id: string; readonly startsOn: LocalDate | null },
): Promise<{ readonly guests: Guest[]; readonly ranks: RankPlace[] }> {
  const ranks = await sql.listRanks(ctx.tx, startsOn ?? ctx.today)
  return { guests: inOrderOfPrecedence(await sql.listGuests(ctx.tx, id), ranks), ranks }
}

/**
 * Lists a guest of either side. A foreign title gives the rank. Who invites is for the organisers to say.
 * @refuses rank_unknown, title_unknown, a_host_invites, interpreted_unknown
 */
export async function listGuest(ctx: Ctx, missionId: string, draft: GuestDraft): Promise<Outcome<GuestId, GuestProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(draft.invites ? mayArrangeReception(ctx.actor, mission.partners) : mayTakePart(ctx.actor, mission.partners))
  const day = mission.startsOn ?? ctx.today
  const titles = draft.equivalenceId === null ? [] : await listTitles(ctx.tx, ctx.actor)
  const title = titles.find((each) => each.id === draft.equivalenceId)
  if (draft.equivalenceId !== null && !(title && isValidOn(title, day))) return refused({ code: 'title_unknown' })
  const rankCode = title?.rankCode ?? draft.rankCode
  const ranks = await sql.listRanks(ctx.tx, day)
  if (!ranks.some(({ code }) => code === rankCode)) return refused({ code: 'rank_unknown' })
  if (draft.invites && draft.side !== 'host') return refused({ code: 'a_host_invites' })
  if (draft.interpretsFor !== null) {
    const guests = await sql.listGuests(ctx.tx, mission.id)
    if (!guests.some(({ id, interpretsFor }) => id === draft.interpretsFor && interpretsFor === null))
      return refused({ code: 'interpreted_unknown' })
  }
  await ctx.journal.event('visit.guest_listed')
  return ok(await sql.addGuest(ctx.tx, mission.id, { ...draft, rankCode }))
}

/** Takes a guest off the list: whoever listed it, or the organisers. @throws NotFound when there is none one may remove */
export async function removeGuest(ctx: Ctx, missionId: string, guestId: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  await ctx.journal.event('visit.guest_removed')
  found((await sql.deleteGuest(ctx.tx, mission.id, guestId)) || null)
  return ok(null)
}
