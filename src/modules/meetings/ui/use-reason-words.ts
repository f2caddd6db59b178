import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import type { AffinityReason } from '../domain/affinity.ts'
import { stages } from '../domain/company-profile.ts'
import { divisionName } from '../domain/nomenclatures.ts'
import { profileTexts } from '../texts/profile-texts.ts'
import { suggestionTexts } from '../texts/suggestion-texts.ts'

/** What brings two companies together, as one sentence; codes by their names. */
export function useReasonWords() {
  const words = useCatalogue(suggestionTexts)
  const profile = useCatalogue(profileTexts)
  const locale = useLocale()
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const named = ({ kind, words: common }: AffinityReason): readonly string[] => {
    switch (kind) {
      case 'same_trade':
        return common.map((division) => pick(divisionName(division), locale).text)
      case 'in_my_market':
      case 'in_their_market':
        return common.map((country) => countries.of(country) ?? country)
      case 'same_stage':
        return stages.filter((stage) => common.includes(stage)).map((stage) => profile.stages[stage])
      default:
        return common
    }
  }
  return (reasons: readonly AffinityReason[]) => words.joined(reasons.map((reason) => words.reasons[reason.kind](named(reason).join(', '))))
}
