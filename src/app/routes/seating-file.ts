import { data } from 'react-router'
import { mediaTypes, renderSheet } from '#modules/acts/index.ts'
import { readSeating } from '#modules/visits/index.ts'
import { found } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files.ts'
import { read, visitorContext } from '#platform/web.ts'
import { seatingSheetOf } from '../seating-sheet.ts'
import type { Route } from './+types/seating-file.ts'

/** A seating plan as a PDF, A4. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const sheet = await read(context, request, async (ctx) => {
    const plan = found(await readSeating(ctx, params.missionId, params.seatingId))
    const lead = plan.mission.partners.find(({ role }) => role === 'lead')
    return seatingSheetOf(plan, { locale, author: lead?.name ?? ctx.actor.organisationName, today: ctx.today })
  })
  const file = await renderSheet(sheet)
  if (!file.ok) throw data(null, { status: 503 })
  return new Response(file.value, {
    headers: {
      ...describeDelivery({ name: 'plan-de-table.pdf', mediaType: mediaTypes.pdf, sizeBytes: file.value.byteLength }),
      'cache-control': 'private, no-store',
    },
  })
}
