import { useCatalogue } from '#ui/catalogue.ts'
import type { SeatingDefect } from '../domain/seating-defects.ts'
import { type SeatingTexts, seatingTexts } from '../texts/seating-texts.ts'

/** What a plan does not respect, in sentences, the gravest first. */
export function SeatingDefects({ defects, nameOf }: { defects: readonly SeatingDefect[]; nameOf: (id: string) => string }) {
  const { defects: words } = useCatalogue(seatingTexts)
  if (defects.length === 0) return <p>{words.none}</p>
  return (
    <ul>
      {defects.map((defect) => (
        <li key={JSON.stringify(defect)}>{sentenceOf(defect, words, nameOf)}</li>
      ))}
    </ul>
  )
}

function sentenceOf(defect: SeatingDefect, words: SeatingTexts['defects'], nameOf: (id: string) => string): string {
  switch (defect.code) {
    case 'sides_together':
      return words.sides_together(nameOf(defect.tableId), defect.count)
    case 'not_seated':
      return words.not_seated(nameOf(defect.guestId))
    default:
      return words[defect.code](nameOf(defect.guestId), nameOf(defect.otherId))
  }
}
