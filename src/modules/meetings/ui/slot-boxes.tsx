import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { type LocalTime, formatTime } from '#platform/pure/local-time.ts'
import { useLocale } from '#ui/locale.tsx'
import styles from './slot-boxes.module.css'

/** A slot on the clocks of the event. */
export type ShownSlot = {
  readonly id: string
  readonly date: LocalDate
  readonly from: LocalTime
  readonly to: LocalTime
  readonly stretch: number
}

/** The slots of the event as boxes to tick, a day a line. */
export function SlotBoxes({ name, slots, checked }: { name: string; slots: readonly ShownSlot[]; checked: readonly string[] }) {
  const locale = useLocale()
  return [...Map.groupBy(slots, ({ date }) => date)].map(([date, ofDay]) => (
    <fieldset key={date} className={styles.day}>
      <legend>{formatDate(date, locale, 'full')}</legend>
      <div className={styles.slots}>
        {ofDay.map(({ id, from }) => (
          <label key={id} className={styles.slot}>
            <input type="checkbox" name={name} value={id} defaultChecked={checked.includes(id)} />
            {formatTime(from, locale)}
          </label>
        ))}
      </div>
    </fieldset>
  ))
}
