import { allow, found } from '#platform/actor.ts'
import type { Ctx, Services } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { isSlug } from '#platform/pure/slug.ts'
import { loadMission } from '#modules/missions/index.ts'
import { type Change, changeBetween } from '../domain/delta.ts'
import '../domain/events.ts'
import type { PublicationProblem } from '../domain/problems.ts'
import { type Publication, type PublicItem, type PublicProgramme, noPublication } from '../domain/publication.ts'
import { mayArrange } from '../domain/rights.ts'
import * as sql from '../sql.ts'
import { loadPublication, readPublished, savePublicItems, savePublication } from '../sql/publication.ts'

/**
 * Says whether the released programme may be read by anybody, where, and which of its items. Taken back, the page is gone at once; the choice is kept.
 * @refuses slug_is_an_address, nothing_public, stale_publication
 */
export async function publishProgramme(
  ctx: Ctx,
  missionId: string,
  { itemIds, version, ...page }: Publication,
): Promise<Outcome<null, PublicationProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrange(ctx.actor, mission.partners))
  await sql.lockProgramme(ctx.tx, mission.id, 'releasing')
  const saved = (await loadPublication(ctx.tx, mission.id)) ?? noPublication
  if (saved.version !== version) return refused({ code: 'stale_publication' })
  if (!isSlug(page.slug)) return refused({ code: 'slug_is_an_address' })
  const known = new Set<string>((await sql.listItems(ctx.tx, mission.id)).map(({ id }) => id))
  const chosen = itemIds.filter((id) => known.has(id))
  if (page.isOpen && chosen.length === 0) return refused({ code: 'nothing_public' })
  const last = await sql.loadRelease(ctx.tx, mission.id)
  await ctx.journal.event(page.isOpen ? 'programme.published' : 'programme.unpublished')
  await savePublication(ctx.tx, mission.id, page)
  await savePublicItems(ctx.tx, mission.id, chosen, last?.number ?? 0)
  return ok(null)
}

export type ShownPublicProgramme = Omit<PublicProgramme, 'releases'> & {
  readonly releases: readonly (Omit<PublicProgramme['releases'][number], 'changes'> & { readonly changes: readonly Change<PublicItem>[] })[]
}

/** What anybody reads at the address; null where nothing is published. */
export async function readPublicProgramme({ db }: Pick<Services, 'db'>, slug: string): Promise<ShownPublicProgramme | null> {
  const programme = await readPublished(db, slug)
  return (
    programme && {
      ...programme,
      releases: programme.releases.map((release) => ({
        ...release,
        changes: release.changes.flatMap(({ before, after }) => changeBetween(before, after)),
      })),
    }
  )
}
