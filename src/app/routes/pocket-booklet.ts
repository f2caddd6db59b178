import { data } from 'react-router'
import { renderFile } from '#modules/acts/index.ts'
import { bookletFile, readFacts } from '#modules/pocket/index.ts'
import { deviceSecret } from '#modules/pocket/routes/device-cookie.ts'
import { programmeTexts } from '#modules/programme/texts.ts'
import { describeDelivery } from '#platform/files.ts'
import { pick } from '#platform/pure/localized.ts'
import { LOCALES } from '#platform/pure/locale.ts'
import { servicesContext } from '#platform/web.ts'
import { bookletOf } from '../programme-booklet.ts'
import type { Route } from './+types/pocket-booklet.ts'

/**
 * The booklet of the open pocket as a PDF: what the latest release says to its owner, and nothing of what their organisation prepares. The name says whose
 * programme, of which release and in which language: any other is not found, so that a device never keeps one for another.
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const secret = await deviceSecret(services, request)
  const pocket = secret ? await readFacts(services, secret) : null
  const release = pocket?.release
  const locale = LOCALES.find(
    (known) => release && params.file === bookletFile({ memberId: pocket.memberId, number: release.number, locale: known }),
  )
  if (!pocket || !release || !locale) throw data(null, { status: 404 })
  const texts = programmeTexts[locale]
  const part = { title: texts.derived.personTitle(`${pocket.givenName} ${pocket.familyName}`), items: pocket.items }
  const told = { mission: { title: pocket.title }, release: { ...release, organisationName: pocket.organiserName } }
  const file = await renderFile(bookletOf(told, part, texts, locale), 'pdf')
  if (!file.ok) throw data(null, { status: 503 })
  const name = `programme-${pick(pocket.title, locale).text}-${release.number}.pdf`
  const delivery = describeDelivery({ name, mediaType: 'application/pdf', sizeBytes: file.value.byteLength })
  return new Response(file.value, { headers: { ...delivery, 'cache-control': 'no-store' } })
}
