import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { linesOf } from '#platform/pure/text.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Amendment, CommitteeMeeting } from '../domain/papers.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { amendmentForm, committeeForm } from '../schemas.ts'
import { loadAgreement } from '../sql/agreements.ts'
import { listCommitteeMeetings } from '../sql/committee.ts'
import { listAmendments } from '../sql/papers.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import { CommitteeForm } from '../ui/committee-form.tsx'
import { recordCommittee } from '../usecases/write-committee.ts'
import { amendAgreement } from '../usecases/write-papers.ts'
import type { Route } from './+types/agreement-committee.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { id, dates, unproven } = found(await loadAgreement(ctx.tx, params.agreementId))
    const mayKeep = mayKeepAgreements(ctx.actor)
    return {
      agreementId: id,
      meetings: await listCommitteeMeetings(ctx.tx, id),
      amendments: await listAmendments(ctx.tx, id),
      mayKeep,
      mayAmend: mayKeep && (dates.signedOn !== null || unproven?.attestedOn != null),
      requestKeys: { committee: crypto.randomUUID(), amendment: crypto.randomUUID() },
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const back = href('/accords/:agreementId/comite', params)
  return answerForms(context, request, {
    amendment: carryOut('agreements.amend', amendmentForm, (ctx, typed) => amendAgreement(ctx, params.agreementId, typed), {
      to: back,
      field: ({ code }) => (code === 'prolongs_no_further' ? 'prolongsTo' : 'signedOn'),
    }),
    otherwise: carryOut('agreements.committee', committeeForm, (ctx, typed) => recordCommittee(ctx, params.agreementId, typed), {
      to: back,
      field: 'heldOn',
    }),
  })
}

export default function AgreementCommittee({
  loaderData: { agreementId, meetings, amendments, mayKeep, mayAmend, requestKeys },
  actionData,
}: Route.ComponentProps) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.committee
  const refusalOf = (intent: string) =>
    actionData?.values.intent === intent ? { values: actionData.values, errors: problemTexts(texts, actionData.problems) } : {}
  return (
    <>
      <Section title={words.title} note={words.note}>
        <Meetings meetings={meetings} agreementId={agreementId} mayKeep={mayKeep} />
      </Section>
      <Section title={words.amendments} note={words.amendmentsNote} titlePlace="above">
        <Amendments amendments={amendments} />
      </Section>
      {mayKeep && (
        <Section title={words.add} onPaper={false}>
          <CommitteeForm requestKey={requestKeys.committee} chairs={meetings[0]} {...refusalOf('committee')} />
        </Section>
      )}
      {mayAmend && (
        <Section title={words.addAmendment} onPaper={false}>
          <AmendmentForm requestKey={requestKeys.amendment} {...refusalOf('amendment')} />
        </Section>
      )}
    </>
  )
}

function Meetings({ meetings, agreementId, mayKeep }: { meetings: readonly CommitteeMeeting[]; agreementId: string; mayKeep: boolean }) {
  const { committee: words } = useCatalogue(agreementTexts)
  const locale = useLocale()
  if (meetings.length === 0) return <p>{words.none}</p>
  return (
    <Timeline
      label={words.title}
      entries={meetings.map(({ id, heldOn, place, ownChair, theirChair, attendees, minutes }) => ({
        key: id,
        when: <DateText date={heldOn} />,
        title: place || words.title,
        by: attendees.split('\n').join(', '),
        children: (
          <>
            {(ownChair || theirChair) && <p>{words.chairedBy([ownChair, theirChair].filter(Boolean))}</p>}
            {linesOf(minutes || words.noMinutes).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {mayKeep && (
              <p>
                <Link to={href('/accords/:agreementId/comite/:meetingId', { agreementId, meetingId: id })}>
                  {minutes ? words.mendOf(formatDate(heldOn, locale)) : words.writeOf(formatDate(heldOn, locale))}
                </Link>
              </p>
            )}
          </>
        ),
      }))}
    />
  )
}

function Amendments({ amendments }: { amendments: readonly Amendment[] }) {
  const { committee: words } = useCatalogue(agreementTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={words.amendments}
      captionHidden
      rows={amendments}
      rowKey={({ id }) => id}
      empty={<p>{words.noAmendment}</p>}
      columns={[
        { key: 'number', header: words.columns.number, isRowHeader: true, render: ({ number }) => words.amendment(number) },
        { key: 'signedOn', header: words.columns.signedOn, render: ({ signedOn }) => <DateText date={signedOn} /> },
        {
          key: 'summary',
          header: words.columns.summary,
          isLong: true,
          render: ({ summary, prolongsTo }) => (
            <>
              {summary} {prolongsTo && words.prolonged(formatDate(prolongsTo, locale))}
            </>
          ),
        },
        { key: 'vote', header: words.columns.vote, render: ({ voteReference }) => voteReference },
      ]}
    />
  )
}

type FormProps = { requestKey: string; values?: FieldValues | undefined; errors?: FieldErrors | undefined }

function AmendmentForm({ requestKey, values, errors }: FormProps) {
  const { committee: words } = useCatalogue(agreementTexts)
  return (
    <Form id="amendment" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="amendment" />
      <DateField name="signedOn" label={words.signedOn} required />
      <TextField name="voteReference" label={words.voteReference} />
      <TextArea name="summary" label={words.summary} required rows={3} />
      <DateField name="prolongsTo" label={words.prolongsTo} hint={words.prolongsHint} />
      <Actions>
        <Button>{words.saveAmendment}</Button>
      </Actions>
    </Form>
  )
}
