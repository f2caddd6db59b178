import { data } from 'react-router'
import { mediaTypes, renderSheet } from '#modules/acts/index.ts'
import { readRelease } from '#modules/programme/index.ts'
import { programmeTexts } from '#modules/programme/texts.ts'
import { describeDelivery } from '#platform/files.ts'
import { read, visitorContext } from '#platform/web.ts'
import { partOf } from '../released-part.ts'
import { wallSheetOf } from '../wall-sheet.ts'
import type { Route } from './+types/programme-wall.ts'

/** A release as a sheet to hang, whole or for one sub-delegation. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const texts = programmeTexts[locale]
  const release = await read(context, request, (ctx) => readRelease(ctx, params.missionId, params.number))
  const part = partOf(release, new URL(request.url).searchParams, texts, locale)
  if (!part) throw data(null, { status: 404 })
  const file = await renderSheet(wallSheetOf(release, part, texts, locale))
  if (!file.ok) throw data(null, { status: 503 })
  const name = `affiche-${release.release.number}.pdf`
  return new Response(file.value, { headers: describeDelivery({ name, mediaType: mediaTypes.pdf, sizeBytes: file.value.byteLength }) })
}
