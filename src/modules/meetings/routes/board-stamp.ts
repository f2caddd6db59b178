import { read } from '#platform/web.ts'
import { boardStamp } from '../sql/plans.ts'
import { openEvent } from '../usecases/open-event.ts'
import type { Route } from './+types/board-stamp.ts'

/** Says in a few bytes whether a board is still what somebody looks at. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const stamp = await read(context, request, async (ctx) => {
    const { event } = await openEvent(ctx, params.missionId, params.eventId)
    return boardStamp(ctx.tx, event.id)
  })
  return Response.json({ stamp }, { headers: { 'cache-control': 'no-store' } })
}
