import { fullName, noteArchive } from '#modules/directory/index.ts'
import { deliverBytes } from '#platform/tabular/write-list-file.ts'
import { read, visitorContext } from '#platform/web.ts'
import { archiveOf } from '../person-archive.ts'
import { personDataTexts } from '../person-data-texts.ts'
import { readPersonData } from '../person-data.ts'
import type { Route } from './+types/person-archive.ts'

/** Everything kept of one person, in one archive to be given to them. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const data = await readPersonData(ctx, params.personId)
    await noteArchive(ctx)
    const title = `${personDataTexts[locale].archive.file} ${fullName(data.card)}`
    return deliverBytes(archiveOf(data, ctx, locale), { title, extension: 'zip', mediaType: 'application/zip' })
  })
}
