import { data } from 'react-router'
import { renderFile } from '#modules/acts/index.ts'
import { type ReadRelease, programmeFor, readRelease } from '#modules/programme/index.ts'
import type { ProgrammeTexts } from '#modules/programme/texts.fr.ts'
import { programmeTexts } from '#modules/programme/texts.ts'
import { describeDelivery } from '#platform/files.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import { read, visitorContext } from '#platform/web.ts'
import { bookletOf } from '../programme-booklet.ts'
import type { Route } from './+types/programme-booklet.ts'

/** The booklet of a release as a PDF; `?personne=` and `?delegation=` keep what is for one member or one sub-delegation. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const texts = programmeTexts[locale]
  const { searchParams } = new URL(request.url)
  const release = await read(context, request, (ctx) => readRelease(ctx, params.missionId, params.number))
  const chosen = chosenOf(release, searchParams, texts, locale)
  if (!chosen) throw data(null, { status: 404 })
  const file = await renderFile(bookletOf(release, chosen, texts, locale), 'pdf')
  if (!file.ok) throw data(null, { status: 503 })
  const name = `programme-${release.release.number}.pdf`
  return new Response(file.value, { headers: describeDelivery({ name, mediaType: 'application/pdf', sizeBytes: file.value.byteLength }) })
}

function chosenOf({ mission, content, members }: ReadRelease, searchParams: URLSearchParams, texts: ProgrammeTexts, locale: Locale) {
  const memberId = searchParams.get('personne')
  const organisationId = searchParams.get('delegation')
  if (memberId) {
    const member = members.find(({ id }) => id === memberId)
    if (!member) return null
    return {
      title: texts.derived.personTitle(`${member.givenName} ${member.familyName}`),
      items: programmeFor(content, [member.id]).items,
    }
  }
  if (organisationId) {
    const partner = mission.partners.find((seat) => seat.organisationId === organisationId)
    if (!partner) return null
    const own = members.filter((member) => member.organisationId === organisationId).map(({ id }) => id)
    return { title: texts.derived.delegationTitle(partner.name), items: programmeFor(content, own).items }
  }
  return { title: texts.derived.bookletTitle(pick(mission.title, locale).text), items: content.items }
}
