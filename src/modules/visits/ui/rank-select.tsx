import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import type { RankPlace } from '../domain/precedence.ts'
import { protocolTexts } from '../texts/protocol-texts.ts'

/** The ranks of the decree, then those of custom. */
export function RankSelect({
  label,
  hint,
  ranks,
  required,
}: {
  label: string
  hint?: string
  ranks: readonly RankPlace[]
  required?: boolean
}) {
  const words = useCatalogue(protocolTexts)
  const locale = useLocale()
  const optionsOf = (isCustom: boolean) =>
    ranks
      .filter(({ decreeRank }) => (decreeRank === null) === isCustom)
      .map(({ code, name }) => ({ value: code, label: pick(name, locale).text }))
  return (
    <Select
      name="rankCode"
      label={label}
      hint={hint}
      required={required}
      options={[
        { label: words.byDecree, options: optionsOf(false) },
        { label: words.byCustom, options: optionsOf(true) },
      ]}
    />
  )
}
