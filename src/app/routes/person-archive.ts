import { data as answer } from 'react-router'
import { renderFile } from '#modules/acts/index.ts'
import { fullName, noteArchive } from '#modules/directory/index.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { deliverBytes } from '#platform/tabular/write-list-file.ts'
import { read, visitorContext } from '#platform/web.ts'
import { archiveOf } from '../person-archive.ts'
import { personDataDocument } from '../person-data-document.ts'
import { personDataTexts } from '../person-data-texts.ts'
import { readPersonData } from '../person-data.ts'
import type { Route } from './+types/person-archive.ts'

/** Everything kept of one person, in one archive to be given to them. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const { data, document, made } = await read(context, request, async (ctx) => {
    const data = await readPersonData(ctx, params.personId)
    await noteArchive(ctx)
    const { organisationName: organisation, timeZone } = ctx.actor
    const document = personDataDocument(data, { organisation, now: ctx.now, zone: asTimeZone(timeZone), locale })
    return { data, document, made: { keptBy: organisation, writtenAt: ctx.now } }
  })
  const pdf = await renderFile(document, 'pdf')
  if (!pdf.ok) throw answer(null, { status: 503 })
  const title = `${personDataTexts[locale].archive.file} ${fullName(data.card)}`
  return deliverBytes(archiveOf(data, document, pdf.value, made), { title, extension: 'zip', mediaType: 'application/zip' })
}
