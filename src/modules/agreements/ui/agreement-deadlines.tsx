import { href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { endOf } from '../domain/term.ts'
import type { Deadlines } from '../usecases/read-standing.ts'
import { agreementTexts } from '../texts.ts'

/** What the register asks for on the first page: agreements in their last year, promised actions due or late. Nothing when nothing is. */
export function AgreementDeadlines({ deadlines: { ending, actions }, today }: { deadlines: Deadlines; today: LocalDate }) {
  const { deadlines: words } = useCatalogue(agreementTexts)
  const locale = useLocale()
  if (ending.length + actions.length === 0) return null
  return (
    <Section title={words.title} note={words.note}>
      <TaskList
        label={words.label}
        tasks={[
          ...ending.map(({ id, title, term }) => {
            const lastDay = endOf(term)
            return {
              key: id,
              what: words.ending(pick(title, locale).text),
              to: href('/accords/:agreementId', { agreementId: id }),
              by: lastDay && words.until(formatDate(lastDay, locale)),
              state: 'open' as const,
            }
          }),
          ...actions.map(({ id, agreementId, agreementTitle, title, ownOwner, dueOn }) => ({
            key: id,
            what: `${title} (${pick(agreementTitle, locale).text})`,
            to: href('/accords/:agreementId/engagements', { agreementId }),
            who: ownOwner,
            by: words.due(formatDate(dueOn, locale)),
            state: dueOn < today ? ('late' as const) : ('open' as const),
          })),
        ]}
      />
    </Section>
  )
}
