import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Interest } from '../domain/interest.ts'
import { visitTexts } from '../texts.ts'
import { InterestTag } from './interest-tag.tsx'

/** Why a visit matters, in the words of the organisation, and to which partners. */
export function InterestReasons({ interest: { level, sum, reasons, partners } }: { interest: Interest }) {
  const { request: words } = useCatalogue(visitTexts)
  const locale = useLocale()
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  if (reasons.length === 0) return <p>{words.noReason}</p>
  return (
    <>
      <p>
        <InterestTag level={level} /> {words.sum(signed.format(sum))}
      </p>
      <ul>
        {reasons.map(({ id, reason, weight }) => (
          <li key={id}>
            <LocalizedText content={reason} /> ({words.weight(signed.format(weight))})
          </li>
        ))}
      </ul>
      {partners.length > 0 && <p>{words.partners(partners.join(', '))}</p>}
    </>
  )
}
