import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { type ShownField, type ShownProfile, shownFields } from '../domain/company-profile.ts'
import { divisionName } from '../domain/nomenclatures.ts'
import { profileTexts } from '../texts/profile-texts.ts'

/** What a company says of itself, field by field, in words; fields of which nothing is said are left out. */
export function useProfileWords() {
  const words = useCatalogue(profileTexts)
  const locale = useLocale()
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const valueOf = (profile: ShownProfile, field: ShownField): string => {
    switch (field) {
      case 'sectorCodes':
        return profile.sectorCodes
          .map((code) => words.coded(code.slice(code.indexOf(':') + 1), pick(divisionName(code), locale).text))
          .join(', ')
      case 'stage':
        return profile.stage === null ? '' : words.stages[profile.stage]
      case 'markets':
        return profile.markets.map((country) => countries.of(country) ?? country).join(', ')
      case 'knownBy':
        return profile.knownBy
    }
  }
  return (profile: ShownProfile) =>
    shownFields.flatMap((key) => {
      const value = valueOf(profile, key)
      return value === '' ? [] : [{ key, label: words.fields[key], value }]
    })
}
