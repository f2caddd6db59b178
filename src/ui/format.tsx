import { formatZoned, type Instant, onTheClock, type ZonedStyle } from '#platform/pure/instant.ts'
import { type DateStyle, formatDate, formatPeriod, formatPeriodLabel } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { formatAmount, formatMoney, toDecimal } from '#platform/pure/money.ts'
import { formatQualified, type Qualified, type QualifiedStyle } from '#platform/pure/qualified.ts'
import type { PluralForms } from '#platform/pure/text.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import styles from './format.module.css'
import { useLocale, useTexts } from './locale.tsx'

/**
 * An exact amount, in tabular figures that never break. `bare` leaves the currency out, for a column whose title names it.
 */
export function Amount({ cents, currency, bare, locale }: { cents: bigint; currency: string; bare?: boolean; locale?: Locale }) {
  const own = useLocale()
  const write = bare ? formatAmount : formatMoney
  return (
    <data value={toDecimal({ cents, currency })} className={styles.amount}>
      {write({ cents, currency }, locale ?? own)}
    </data>
  )
}

/** A calendar day. */
export function DateText({ date, format = 'long', locale }: { date: LocalDate; format?: DateStyle; locale?: Locale }) {
  const own = useLocale()
  return (
    <time dateTime={date} className={format === 'short' ? styles.figures : undefined}>
      {formatDate(date, locale ?? own, format)}
    </time>
  )
}

/** A period, days included at both ends: a label (« 19–20 octobre 2017 ») or words for a sentence (« du 19 au 20 octobre 2017 »). */
export function DateRange({
  from,
  to,
  format = 'label',
  locale,
}: {
  from: LocalDate
  to: LocalDate
  format?: 'label' | 'sentence'
  locale?: Locale
}) {
  const own = useLocale()
  const write = format === 'sentence' ? formatPeriod : formatPeriodLabel
  return <span>{write(from, to, locale ?? own)}</span>
}

/** A moment as the clocks of a named zone showed it; the machine-readable value is the local date and time. */
export function ZonedTime({ instant, zone, format, locale }: { instant: Instant; zone: TimeZone; format?: ZonedStyle; locale?: Locale }) {
  const own = useLocale()
  const { date, time } = onTheClock({ instant, zone })
  return <time dateTime={format === 'time' ? time : `${date}T${time}`}>{formatZoned({ instant, zone }, locale ?? own, format)}</time>
}

/** A key figure as its source gives it: « plus de 50 entreprises », never made more exact than it is. */
export function QualifiedFigure({
  figure,
  format,
  noun,
  locale,
}: {
  figure: Qualified
  format?: QualifiedStyle
  noun?: PluralForms
  locale?: Locale
}) {
  const own = useLocale()
  return (
    <data value={figure.value} className={format === 'compact' ? styles.figures : undefined}>
      {formatQualified(figure, locale ?? own, format, noun)}
    </data>
  )
}

/**
 * A text people wrote, in the reader's language or the nearest one there is. A text in another language carries its
 * `lang` (RGAA 8.7) and a mark, in the reader's language, that it is not translated yet.
 */
export function LocalizedText({ content, locale }: { content: Localized; locale?: Locale }) {
  const own = useLocale()
  const texts = useTexts()
  const { text, language, isTranslated } = pick(content, locale ?? own)
  if (text === '') return <span className={styles.absent}>{texts.noContent}</span>
  if (isTranslated && locale === undefined) return text
  return (
    <>
      <span lang={language}>{text}</span>
      {!isTranslated && (
        <>
          {' '}
          <span className={styles.untranslated}>{texts.notTranslatedYet}</span>
        </>
      )}
    </>
  )
}
