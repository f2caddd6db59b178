import { href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import type { SeatingLine } from '../domain/seating.ts'
import { seatingTexts } from '../texts/seating-texts.ts'

/** The plans of a reception, each with how many are seated. */
export function SeatingList({ missionId, seatings }: { missionId: string; seatings: readonly SeatingLine[] }) {
  const words = useCatalogue(seatingTexts)
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={seatings}
      rowKey={({ id }) => id}
      rowLink={({ id }) => href('/missions/:missionId/reception/plans/:seatingId', { missionId, seatingId: id })}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'meal', header: words.meal, render: ({ title }) => <LocalizedText content={title} /> },
        { key: 'when', header: words.when, render: ({ heldOn }) => heldOn && <DateText date={heldOn} /> },
        { key: 'seated', header: words.seated, render: ({ seatedCount, seatCount }) => words.seatedOf(seatedCount, seatCount) },
      ]}
    />
  )
}
