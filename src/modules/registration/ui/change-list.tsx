import type { ChangeRequest, FactField } from '#modules/delegations/index.ts'
import { dateIn } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { changeTexts } from '../texts/change-texts.ts'
import { ChangeDiff } from './change-diff.tsx'

export type ListedChange = ChangeRequest & { readonly fields: readonly FactField[] }

const nameOf = ({ was }: Pick<ChangeRequest, 'was'>) => `${was.givenName} ${was.familyName}`

type WaitingChangeProps = {
  request: ListedChange
  mayDecide: boolean
  zone: TimeZone
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

/** One request that waits: what it would change, and the two answers of those who organise. */
export function WaitingChange({ request, mayDecide, zone, values, errors }: WaitingChangeProps) {
  const texts = useCatalogue(changeTexts)
  const name = nameOf(request)
  return (
    <Section
      title={name}
      note={
        <>
          {texts.kinds[request.kind]}. {texts.askedBy(request.askedName, request.organisationName)},{' '}
          <DateText date={dateIn(zone, request.askedAt)} />
        </>
      }
    >
      <ChangeDiff was={request.was} becomes={request.becomes} fields={request.fields} />
      {mayDecide && (
        <Form id={`change-${request.id}`} values={values} errors={errors}>
          <HiddenField name="requestId" value={request.id} />
          <TextField name="reason" label={texts.reason} width="long" maxLength={2000} autoComplete="off" />
          <Actions>
            <Button kind="main" name="intent" value="accept" aria-label={texts.acceptOf(name)}>
              {texts.accept}
            </Button>
            <Button kind="plain" name="intent" value="refuse" aria-label={texts.refuseOf(name)}>
              {texts.refuse}
            </Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

/** Those that were decided, with the reason of each refusal. */
export function DecidedChanges({ requests, zone }: { requests: readonly ListedChange[]; zone: TimeZone }) {
  const texts = useCatalogue(changeTexts)
  return (
    <Section title={texts.decided.title} titlePlace="above">
      <DataTable
        caption={texts.decided.caption}
        captionHidden
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          { key: 'person', header: texts.person, isRowHeader: true, render: nameOf },
          { key: 'kind', header: texts.kind, render: ({ kind }) => texts.kinds[kind] },
          { key: 'becomes', header: texts.becomes, render: ({ becomes }) => nameOf({ was: becomes }) },
          {
            key: 'state',
            header: texts.state,
            isLong: true,
            render: ({ state, reason }) => (reason ? texts.because(texts.states[state], reason) : texts.states[state]),
          },
          { key: 'by', header: texts.by, render: ({ decidedName }) => decidedName },
          {
            key: 'when',
            header: texts.when,
            render: ({ decidedAt }) => decidedAt && <DateText date={dateIn(zone, decidedAt)} format="short" />,
          },
        ]}
      />
    </Section>
  )
}
