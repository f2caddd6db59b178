import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { writeListFile } from '#platform/tabular/write-list-file.ts'
import { read, visitorContext } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { mayReadContacts } from '../domain/rights.ts'
import { listMembers } from '../sql/members.ts'
import { listOwnMembers } from '../sql/sub-delegation.ts'
import { delegationTexts } from '../texts.ts'
import { missionListTable, ownListTable } from '../ui/list-table.ts'
import type { Route } from './+types/members-file.ts'

/** The list of who travels as a file: the whole mission, or with `?liste=notre` one's own people with their contacts. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const isOwn = new URL(request.url).searchParams.get('liste') === 'notre'
  const { file } = delegationTexts[locale]
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const table =
      isOwn && mayReadContacts(ctx.actor)
        ? ownListTable(await listOwnMembers(ctx.tx, mission.id, ctx.actor.organisationId), locale)
        : missionListTable(await listMembers(ctx.tx, mission.id, { first: ctx.actor.organisationId }), locale)
    return writeListFile([{ name: file.sheet, ...table }], `${file.sheet} ${pick(mission.title, locale).text}`, params.format, ctx.now)
  })
}
