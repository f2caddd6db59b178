import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { isLate } from '../domain/board.ts'
import type { Requirement } from '../domain/requirement.ts'
import { departureTexts } from '../texts.ts'

/** Where one requirement stands, and its day: done, late, or to do by then. */
export function RequirementStateTag({ requirement, today }: { requirement: Requirement | undefined; today: LocalDate }) {
  const texts = useCatalogue(departureTexts)
  const locale = useLocale()
  if (!requirement) {
    return (
      <>
        <span aria-hidden>–</span>
        <VisuallyHidden>{texts.readiness.notAsked}</VisuallyHidden>
      </>
    )
  }
  const { state, dueOn, doneOn } = requirement
  if (state === 'not_needed') return <Tag>{texts.requirementStates.not_needed}</Tag>
  if (state === 'done') {
    return (
      <>
        <Tag tone="success">{texts.requirementStates.done}</Tag> {doneOn && formatDate(doneOn, locale, 'short')}
      </>
    )
  }
  return (
    <>
      {isLate(requirement, today) ? (
        <Tag tone="danger">{texts.readiness.late}</Tag>
      ) : (
        <Tag tone="warning">{texts.requirementStates.to_do}</Tag>
      )}{' '}
      {formatDate(dueOn, locale, 'short')}
    </>
  )
}
