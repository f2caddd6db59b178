import { formatTime } from '#platform/pure/local-time.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { conflictOf, freeSpots, meetingsAt, nextSlot } from '../../domain/desk.ts'
import { deskTexts } from '../../texts/desk-texts.ts'
import { namesOf, useDesk } from './desk-view.ts'
import styles from './desk.module.css'

/** Slot by slot, what is free: places, and companies that have somebody free. */
export function FreeSlots() {
  const { free: words } = useCatalogue(deskTexts)
  const { desk } = useDesk()
  const locale = useLocale()
  const companiesAt = (slotId: string) =>
    desk.participants.filter(({ id }) =>
      desk.people.some((person) => person.participantId === id && conflictOf(desk, person.id, slotId) === null),
    )
  return (
    <Section title={words.title} id="libre" titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={desk.slots}
        rowKey={({ id }) => id}
        narrow="keep"
        columns={[
          { key: 'slot', header: words.slot, render: ({ from }) => formatTime(from, locale) },
          { key: 'spots', header: words.spots, align: 'figure', render: ({ id }) => words.figure(freeSpots(desk, id).length) },
          {
            key: 'companies',
            header: words.companies,
            isLong: true,
            render: ({ id, from }) => {
              const companies = companiesAt(id)
              if (companies.length === 0) return words.nobody
              return (
                <details>
                  <summary aria-label={words.whichAt(formatTime(from, locale))}>{words.companiesAt(companies.length)}</summary>
                  <ul className={styles.names}>
                    {companies.map((company) => (
                      <li key={company.id}>{company.name}</li>
                    ))}
                  </ul>
                </details>
              )
            },
          },
        ]}
      />
    </Section>
  )
}

/** Place by place: who sits there, and who comes next. */
export function SpotTable() {
  const texts = useCatalogue(deskTexts)
  const { spots: words } = texts
  const { desk, shown } = useDesk()
  if (!shown) return null
  const name = namesOf(desk)
  const next = nextSlot(desk, shown.id)
  const at = (slotId: string | undefined, spotId: string) => {
    const meeting = slotId === undefined ? undefined : meetingsAt(desk, slotId).find((each) => each.spotId === spotId)
    return meeting ? texts.between(name(meeting.oneId), name(meeting.otherId)) : words.free
  }
  return (
    <Section title={words.title} id="tables" titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={desk.spots}
        rowKey={({ id }) => id}
        columns={[
          { key: 'spot', header: words.spot, render: ({ name: spot }) => spot },
          { key: 'now', header: words.now, render: ({ id }) => at(shown.id, id) },
          { key: 'next', header: words.next, render: ({ id }) => at(next?.id, id) },
        ]}
      />
    </Section>
  )
}
