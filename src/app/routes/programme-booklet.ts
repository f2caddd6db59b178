import { data } from 'react-router'
import { renderFile } from '#modules/acts/index.ts'
import { readRelease } from '#modules/programme/index.ts'
import { programmeTexts } from '#modules/programme/texts.ts'
import { describeDelivery } from '#platform/files.ts'
import { read, visitorContext } from '#platform/web.ts'
import { bookletOf } from '../programme-booklet.ts'
import { roadMapOf } from '../road-map.ts'
import { preparationOf } from '../road-map-words.ts'
import { partOf } from '../released-part.ts'
import type { Route } from './+types/programme-booklet.ts'

/** The booklet of a release as a PDF; `?personne=` and `?delegation=` keep what is for one member or one sub-delegation. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const texts = programmeTexts[locale]
  const { searchParams } = new URL(request.url)
  const { release, roadMap } = await read(context, request, async (ctx) => {
    const release = await readRelease(ctx, params.missionId, params.number)
    return { release, roadMap: await roadMapOf(ctx, release, searchParams.get('personne') ?? '') }
  })
  const part = partOf(release, searchParams, texts, locale)
  if (!part) throw data(null, { status: 404 })
  const file = await renderFile(bookletOf(release, { ...part, ...preparationOf(roadMap, locale) }, texts, locale), 'pdf')
  if (!file.ok) throw data(null, { status: 503 })
  const name = `programme-${release.release.number}.pdf`
  return new Response(file.value, { headers: describeDelivery({ name, mediaType: 'application/pdf', sizeBytes: file.value.byteLength }) })
}
