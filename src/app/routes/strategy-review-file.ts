import { data } from 'react-router'
import { fileFormats, mediaTypes, renderFile } from '#modules/acts/index.ts'
import { readReview } from '#modules/strategy/index.ts'
import { reviewTexts } from '#modules/strategy/texts/review-texts.ts'
import { found } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files.ts'
import { read, visitorContext } from '#platform/web.ts'
import { strategyReviewDocument } from '../strategy-review-document.ts'
import type { Route } from './+types/strategy-review-file.ts'

/** The yearly review as a file, PDF or Word, in the language of the page. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale: language } = context.get(visitorContext)
  const year = Number(params.year)
  const { document, format } = await read(context, request, async (ctx) => ({
    format: found(fileFormats.find((known) => known === params.format)),
    document: strategyReviewDocument(await readReview(ctx, params.planId, year), {
      authority: ctx.actor.organisationName,
      language,
      today: ctx.today,
    }),
  }))
  const file = await renderFile(document, format)
  if (!file.ok) throw data(null, { status: 503 })
  const name = reviewTexts[language].file(year, format)
  return new Response(file.value, {
    headers: {
      ...describeDelivery({ name, mediaType: mediaTypes[format], sizeBytes: file.value.byteLength }),
      'cache-control': 'private, no-store',
    },
  })
}
