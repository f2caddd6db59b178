import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedIn } from '#ui/edit-conflict.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import { type Circle, circleKinds } from '../domain/event.ts'
import { eventTexts } from '../texts/event-texts.ts'

/** Someone saved the group since this form was opened: both versions side by side. */
export function CircleConflict({ saved, values }: { saved: Circle; values: FieldValues }) {
  const { setup, circleKinds: kinds } = useCatalogue(eventTexts)
  const typedKind = circleKinds.find((kind) => kind === typedIn(values, 'kind'))
  return (
    <EditConflict
      title={setup.conflictTitle}
      values={values}
      fields={[
        { name: 'nameFr', label: setup.nameFr, theirs: saved.name.fr ?? '' },
        { name: 'nameEn', label: setup.nameEn, theirs: saved.name.en ?? '' },
        { name: 'kind', label: setup.kind, theirs: kinds[saved.kind], ...(typedKind ? { mine: kinds[typedKind] } : {}) },
        { name: 'target', label: setup.target, theirs: String(saved.target) },
        { name: 'meetingQuota', label: setup.meetingQuota, theirs: String(saved.meetingQuota) },
        { name: 'requestQuota', label: setup.requestQuota, theirs: String(saved.requestQuota) },
      ]}
    />
  )
}
