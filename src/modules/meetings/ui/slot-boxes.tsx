import { formatTime } from '#platform/pure/local-time.ts'
import { useLocale } from '#ui/locale.tsx'
import type { SlotInWords } from '../domain/shown-slots.ts'
import styles from './slot-boxes.module.css'
import { useDayName } from './use-day-name.ts'

/** The slots of the event as boxes to tick, a day a line. */
export function SlotBoxes({ name, slots, checked }: { name: string; slots: readonly SlotInWords[]; checked: readonly string[] }) {
  const locale = useLocale()
  const nameOf = useDayName()
  return [...Map.groupBy(slots, ({ date }) => date)].map(([date, ofDay]) => (
    <fieldset key={date} className={styles.day}>
      <legend>{ofDay[0] && nameOf(ofDay[0])}</legend>
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
