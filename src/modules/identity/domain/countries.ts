import type { Locale } from '#platform/pure/locale.ts'

/** ISO 3166-1 alpha-2 codes that `Intl` can name, France first and then in the order of the reader's alphabet. */
export function listCountries(locale: Locale): { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !notCountries.has(code))
  const countries = codes.flatMap((value) => {
    const label = names.of(value)
    return label ? [{ value, label }] : []
  })
  const collator = new Intl.Collator(locale)
  return countries.sort((a, b) => Number(b.value === 'FR') - Number(a.value === 'FR') || collator.compare(a.label, b.label))
}

/** Codes Unicode names that are no country: unions, the outlying and the unknown. */
const notCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])
