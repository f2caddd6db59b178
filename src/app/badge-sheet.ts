import type { BadgeSheet } from '#modules/acts/index.ts'
import type { Badge } from '#modules/departure/index.ts'
import { departureTexts } from '#modules/departure/texts.ts'
import { qrCode } from '#modules/identity/index.ts'
import type { Mission } from '#modules/missions/index.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'

/** The badges of a mission to print: the name large, whom they represent and who sends them, and a code that says nothing by itself. */
export function badgeSheetOf(
  { mission, badges }: { readonly mission: Mission; readonly badges: readonly Badge[] },
  { locale, author, today }: { readonly locale: Locale; readonly author: string; readonly today: LocalDate },
): BadgeSheet {
  const words = departureTexts[locale].attendance
  const title = pick(mission.title, locale).text
  return {
    kind: 'badges',
    language: locale,
    title: words.sheetTitle(title),
    author,
    dated: mission.startsOn ?? today,
    badges: badges.map(({ member, code }) => {
      const { givenName, familyName, organisationName, represented } = member
      const { size, isDark } = qrCode(code)
      const organisation = represented?.name ?? organisationName
      return {
        givenName,
        familyName,
        organisation,
        partner: organisation === organisationName ? '' : organisationName,
        mission: title,
        qrLabel: words.qr(`${givenName} ${familyName}`),
        qrSize: size,
        qrDark: Array.from(isDark).join(''),
      }
    }),
  }
}
