import type { LocalDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { type Domain, isOverdue, type Pledge, type Reopening } from '../domain/pledges.ts'
import { agreementTexts } from '../texts.ts'

type DomainSheetProps = {
  domain: Domain
  rank: number
  today: LocalDate
  /** Where its words are written anew; null for who may not. */
  editAt: string | null
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

/** A domain of the agreement: what is promised in it, and for each promise what is done. */
export function DomainSheet({ domain, rank, today, editAt, values, errors }: DomainSheetProps) {
  const { pledges: words } = useCatalogue(agreementTexts)
  const title = pick(domain.title, useLocale()).text
  const isUntouched = domain.pledges.every(({ actions }) => actions.length === 0)
  const isRefused = values?.domainId === domain.id
  return (
    <Section
      title={`${rank}. ${title}`}
      titlePlace="above"
      action={
        editAt && (
          <ButtonLink to={editAt} kind="quiet">
            {words.rewordDomain(title)}
          </ButtonLink>
        )
      }
    >
      {domain.pledges.length === 0 ? (
        <p>{words.noPledge}</p>
      ) : (
        <ul>
          {domain.pledges.map((pledge) => (
            <li key={pledge.id}>
              <LocalizedText content={pledge.title} />
              {pledge.actions.length > 0 && <ActionTable pledge={pledge} today={today} />}
            </li>
          ))}
        </ul>
      )}
      {editAt && isUntouched && (
        <Form id={`remove-${domain.id}`} {...(isRefused ? { values, errors } : {})}>
          <HiddenField name="intent" value="remove-domain" />
          <HiddenField name="domainId" value={domain.id} />
          <Actions>
            <Button kind="quiet">{words.removeDomain(title)}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

function ActionTable({ pledge, today }: { pledge: Pledge; today: LocalDate }) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.pledges
  const locale = useLocale()
  return (
    <DataTable
      caption={words.actionsOf(pick(pledge.title, locale).text)}
      captionHidden
      rows={pledge.actions}
      rowKey={({ id }) => id}
      columns={[
        { key: 'action', header: words.columns.action, isRowHeader: true, isLong: true, render: ({ title }) => title },
        { key: 'own', header: words.columns.own, render: ({ ownOwner }) => ownOwner },
        { key: 'their', header: words.columns.their, render: ({ theirOwner }) => theirOwner || words.noOwner },
        {
          key: 'due',
          header: words.columns.due,
          render: (action) => (
            <>
              {action.dueOn ? <DateText date={action.dueOn} /> : words.noTerm}{' '}
              {isOverdue(action, today) && <Tag tone="danger">{words.late}</Tag>}
            </>
          ),
        },
        {
          key: 'state',
          header: words.columns.state,
          render: ({ state }) => <Tag tone={state === 'done' ? 'success' : undefined}>{texts.actionStates[state]}</Tag>,
        },
        {
          key: 'evidence',
          header: words.columns.evidence,
          isLong: true,
          render: (action) => (
            <>
              {action.evidence}
              {action.reopenings.map((reopening) => (
                <ReopeningText key={`${reopening.reopenedOn} ${reopening.reason}`} reopening={reopening} />
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

/** How an action had been closed before, and why it was taken up again. */
function ReopeningText({ reopening: { state, closedOn, evidence, reopenedOn, reason } }: { reopening: Reopening }) {
  const { pledges: words } = useCatalogue(agreementTexts)
  const locale = useLocale()
  return (
    <small>
      {words.reopened[state](formatDate(closedOn, locale, 'short'), formatDate(reopenedOn, locale, 'short'))}
      <br />
      {words.shown(evidence)}
      <br />
      {words.because(reason)}
    </small>
  )
}
