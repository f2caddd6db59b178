import { data } from 'react-router'
import { mediaTypes, renderSheet } from '#modules/acts/index.ts'
import { readBadges } from '#modules/departure/index.ts'
import { NotFound } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files.ts'
import { read } from '#platform/web.ts'
import { badgeSheetOf } from '../badge-sheet.ts'
import type { Route } from './+types/badge-file.ts'

/** The badges of a mission as sheets to cut out. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const sheet = await read(context, request, async (ctx) => {
    const found = await readBadges(ctx, params.missionId)
    if (found.badges.length === 0) throw new NotFound('no badge is ready')
    return badgeSheetOf(found, { locale: ctx.actor.locale, author: ctx.actor.organisationName, today: ctx.today })
  })
  const file = await renderSheet(sheet)
  if (!file.ok) throw data(null, { status: 503 })
  return new Response(file.value, {
    headers: {
      ...describeDelivery({ name: 'badges.pdf', mediaType: mediaTypes.pdf, sizeBytes: file.value.byteLength }),
      'cache-control': 'private, no-store',
    },
  })
}
