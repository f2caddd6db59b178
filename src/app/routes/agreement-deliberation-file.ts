import { data } from 'react-router'
import { fileFormats, mediaTypes, renderFile } from '#modules/acts/index.ts'
import { goesToTheAssembly, listDomains, listWordings, loadAgreement, missingForVote } from '#modules/agreements/index.ts'
import { deliberationTexts } from '#modules/agreements/texts/deliberation-texts.ts'
import { found, NotFound } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files.ts'
import { read, visitorContext } from '#platform/web.ts'
import { agreementDeliberation } from '../agreement-deliberation.ts'
import type { Route } from './+types/agreement-deliberation-file.ts'

/** The draft deliberation of an agreement that goes to the assembly, PDF or Word. There is none while a piece of it is missing. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale: language } = context.get(visitorContext)
  const { document, format } = await read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    const wordings = await listWordings(ctx.tx, agreement.id)
    if (!goesToTheAssembly(agreement) || missingForVote(agreement, wordings).length > 0) throw new NotFound('nothing goes to the assembly')
    const domains = await listDomains(ctx.tx, agreement.id)
    const authority = ctx.actor.organisationName
    return {
      format: found(fileFormats.find((known) => known === params.format)),
      document: agreementDeliberation({ agreement, domains, wordings, authority, language, today: ctx.today }),
    }
  })
  const file = await renderFile(document, format)
  if (!file.ok) throw data(null, { status: 503 })
  const name = deliberationTexts[language].file(format)
  return new Response(file.value, {
    headers: {
      ...describeDelivery({ name, mediaType: mediaTypes[format], sizeBytes: file.value.byteLength }),
      'cache-control': 'private, no-store',
    },
  })
}
