import { type Detailed, type FrozenItem, type ReadRelease, programmeFor } from '#modules/programme/index.ts'
import type { ProgrammeTexts } from '#modules/programme/texts.fr.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'

/** An item as a paper tells it. */
export type BookletItem = Pick<
  FrozenItem,
  'id' | 'type' | 'state' | 'attendance' | 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'venue'
> &
  Detailed

/** What a paper holds of a release: all of it, or what is for one member or one sub-delegation. */
export type ReleasedPart<Item extends BookletItem = FrozenItem> = {
  readonly title: string
  readonly items: readonly Item[]
  /** What one's own organisation wrote for its people: item id → note. */
  readonly notes?: ReadonlyMap<string, string>
  /** What else prepares the person, list after list. */
  readonly promised?: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

/** The part that `?personne=` or `?delegation=` keeps; null when the mission has no such person or partner. */
export function partOf(
  { mission, content, members }: ReadRelease,
  searchParams: URLSearchParams,
  texts: ProgrammeTexts,
  locale: Locale,
): ReleasedPart | null {
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
