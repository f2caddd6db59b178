import { formatZoned, type Instant, onTheClock, type ZonedStyle } from '#platform/pure/instant.ts'
import { type DateStyle, formatDate, formatPeriod, formatPeriodLabel } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { formatAmount, formatMoney, toDecimal } from '#platform/pure/money.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import styles from './format.module.css'
import { useLocale } from './locale.tsx'

/**
 * An exact amount, in tabular figures that never break. `bare` leaves the currency out, for a column whose title names it.
 */
export function Amount({ cents, currency, bare, locale }: { cents: bigint; currency: string; bare?: boolean; locale?: Locale }) {
  const own = useLocale()
  const format = bare ? formatAmount : formatMoney
  return (
    <data value={toDecimal({ cents, currency })} className={styles.amount}>
      {format({ cents, currency }, locale ?? own)}
    </data>
  )
}

/** A calendar day. */
export function DateText({ date, style = 'long', locale }: { date: LocalDate; style?: DateStyle; locale?: Locale }) {
  const own = useLocale()
  return (
    <time dateTime={date} className={style === 'short' ? styles.figures : undefined}>
      {formatDate(date, locale ?? own, style)}
    </time>
  )
}

/** A period, days included at both ends: a label (« 19–20 octobre 2017 ») or words for a sentence (« du 19 au 20 octobre 2017 »). */
export function DateRange({
  from,
  to,
  style = 'label',
  locale,
}: {
  from: LocalDate
  to: LocalDate
  style?: 'label' | 'sentence'
  locale?: Locale
}) {
  const own = useLocale()
  const format = style === 'sentence' ? formatPeriod : formatPeriodLabel
  return <span>{format(from, to, locale ?? own)}</span>
}

/** A moment as the clocks of a named zone showed it; the machine-readable value is the local date and time. */
export function ZonedTime({ instant, zone, style, locale }: { instant: Instant; zone: TimeZone; style?: ZonedStyle; locale?: Locale }) {
  const own = useLocale()
  const { date, time } = onTheClock({ instant, zone })
  return <time dateTime={style === 'time' ? time : `${date}T${time}`}>{formatZoned({ instant, zone }, locale ?? own, style)}</time>
}
