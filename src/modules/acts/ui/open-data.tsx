import { Link, href } from 'react-router'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { type Option, Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Act } from '../domain/act.ts'
import { actTexts } from '../texts.ts'
import type { RowProblem } from '../usecases/publish-row.ts'
import type { FormRefusal } from './vote-forms.tsx'

type OpenDataProps = {
  act: Act
  problems: readonly RowProblem[]
  subjects: readonly Option[]
  organisationId: string
  /** Null for those who only read. */
  requestKey: string | null
  refusal: FormRefusal
}

/** The line of the act in the national file of deliberations: what it still needs, then the file. */
export function OpenData({ act, problems, subjects, organisationId, requestKey, refusal }: OpenDataProps) {
  const words = useCatalogue(actTexts).vote
  return (
    <Section id="donnees-ouvertes" title={words.openData} note={words.openDataNote}>
      {requestKey !== null && (
        <Form id="register" requestKey={requestKey} {...refusal}>
          <HiddenField name="intent" value="register" />
          <TextField
            name="deliberationNumber"
            label={words.number}
            width="short"
            maxLength={50}
            defaultValue={act.deliberationNumber ?? undefined}
          />
          <Select name="subjectCode" label={words.subject} required width="long" defaultValue={act.subjectCode} options={subjects} />
          <TextField
            name="budgetName"
            label={words.budget}
            hint={words.budgetHint}
            maxLength={200}
            defaultValue={act.budgetName ?? undefined}
          />
          <Actions>
            <Button type="submit">{words.save}</Button>
          </Actions>
        </Form>
      )}
      {problems.length === 0 ? (
        <>
          <p>{words.ready}</p>
          <Actions>
            <ButtonLink icon="download" download to={href('/actes/:actId/deliberation.csv', { actId: act.id })}>
              {words.download}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <RowProblems problems={problems} organisationId={organisationId} />
      )}
    </Section>
  )
}

function RowProblems({ problems, organisationId }: { problems: readonly RowProblem[]; organisationId: string }) {
  const texts = useCatalogue(actTexts)
  const words = texts.vote
  const placeOf = (column: string) => {
    if (column === 'COLL_SIRET')
      return <Link to={href('/annuaire/organisations/:organisationId', { organisationId })}>{words.inDirectory}</Link>
    return FROZEN.has(column) ? words.inSnapshot : words.here
  }
  return (
    <>
      <p>{words.toMend}</p>
      <DataTable
        caption={words.problemCaption}
        captionHidden
        rows={problems}
        rowKey={({ column, code }) => `${column} ${code}`}
        columns={[
          { key: 'column', header: words.column, render: ({ column }) => <code>{column}</code> },
          { key: 'problem', header: words.problem, render: ({ code }) => texts.scdlProblems[code] },
          { key: 'where', header: words.where, render: ({ column }) => placeOf(column) },
        ]}
      />
    </>
  )
}

/** Columns filled from what was submitted. */
const FROZEN: ReadonlySet<string> = new Set(['COLL_NOM', 'DELIB_OBJET', 'BUDGET_ANNEE'])
