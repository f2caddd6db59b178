import { pick } from '#platform/pure/localized.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Signal } from '../domain/health.ts'
import { relationTexts } from '../texts.ts'

/** Each sign of the relation with its reason, in a sentence. */
export function Health({ signals }: { signals: readonly Signal[] }) {
  const { health: words } = useCatalogue(relationTexts)
  const locale = useLocale()
  const day = (date: LocalDate) => formatDate(date, locale)
  const sentence = (signal: Signal): string => {
    switch (signal.code) {
      case 'no_contact':
        return words.no_contact
      case 'silent':
        return words.silent(day(signal.lastOn), signal.months)
      case 'agreement_ending':
        return words.agreement_ending(pick(signal.title, locale).text, day(signal.lastDay))
      case 'promise_overdue':
        return words.promise_overdue(signal.what, day(signal.dueOn), signal.isOurs)
      case 'lively':
        return words.lively(day(signal.lastOn))
    }
  }
  const isFine = signals.every(({ code }) => code === 'lively' || code === 'no_contact')
  return (
    <Notice tone={isFine ? 'info' : 'warning'}>
      {signals.map((signal) => (
        <p key={sentence(signal)}>{sentence(signal)}</p>
      ))}
    </Notice>
  )
}
