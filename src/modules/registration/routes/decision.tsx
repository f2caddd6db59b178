import { href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { isUuid } from '#platform/pure/ids.ts'
import { decisions } from '../domain/decision.ts'
import { undoMinutes } from '../domain/letter.ts'
import { decisionForm } from '../schemas.ts'
import { registrationTexts, sayProblems } from '../texts.ts'
import { LetterText } from '../ui/letter-text.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { decideApplications, mostAtOnce, previewDecision } from '../usecases/decide.ts'
import type { Route } from './+types/decision.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const ids = query.getAll('application').filter(isUuid).slice(0, mostAtOnce)
  const decision = decisions.find((known) => known === query.get('decision')) ?? 'approve'
  const reason = (query.get('reason') ?? '').trim().slice(0, 2000)
  const preview = await read(context, request, (ctx) => previewDecision(ctx, params.missionId, { ids, decision, reason }))
  return {
    decision,
    reason,
    needsReason: decision !== 'approve' && reason === '',
    seen: preview.seen,
    lines: preview.lines.map(({ application, step, letter, subject }) => ({
      id: application.id,
      name: `${application.givenName} ${application.familyName}`,
      language: application.language,
      from: application.state,
      to: step.state,
      letter,
      subject,
    })),
    leftOut: preview.leftOut.map(({ application, code }) => ({
      id: application.id,
      name: `${application.givenName} ${application.familyName}`,
      code,
    })),
    requestKey: crypto.randomUUID(),
  }
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'registration.decide',
    decisionForm,
    (ctx, { application, decision, reason, seen }) =>
      decideApplications(ctx, params.missionId, { ids: application, decision, reason }, seen || null),
    { to: href('/missions/:missionId/inscriptions', params) },
  )
}

export default function DecisionPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { decision, reason, needsReason, lines, leftOut } = loaderData
  const texts = useCatalogue(registrationTexts)
  const words = texts.decision
  const errors = sayProblems(texts, actionData?.problems)
  return (
    <>
      {errors && <Notice tone="warning">{Object.values(errors)[0]}</Notice>}
      <Section title={words.title[decision]} note={words.note(undoMinutes)} titlePlace="above">
        {leftOut.length > 0 && (
          <Notice tone="warning" title={words.leftOut}>
            <ul>
              {leftOut.map(({ id, name, code }) => (
                <li key={id}>{`${name} – ${texts.problems[code]}`}</li>
              ))}
            </ul>
          </Notice>
        )}
        {lines.length === 0 && <p>{words.nothing}</p>}
        {lines.length > 0 && decision !== 'approve' && <ReasonForm {...loaderData} />}
        {lines.length > 0 && !needsReason && (
          <>
            <DataTable
              caption={words.caption}
              captionHidden
              rows={lines}
              rowKey={({ id }) => id}
              columns={[
                { key: 'person', header: words.person, render: ({ name }) => name },
                { key: 'becomes', header: words.becomes, render: ({ to }) => <StateTag state={to} /> },
              ]}
            />
            <h3>{words.letters}</h3>
            <p>{words.lettersNote}</p>
            {lines.map(({ id, name, letter, subject, language }) => (
              <details key={id} open={lines.length === 1}>
                <summary>{`${words.letterTo(name)} – ${subject}`}</summary>
                <LetterText text={letter} lang={language} />
              </details>
            ))}
            <Confirm {...loaderData} reason={reason} />
          </>
        )}
        <ButtonLink kind="quiet" icon="back" to={href('/missions/:missionId/inscriptions', params)}>
          {texts.one.back}
        </ButtonLink>
      </Section>
    </>
  )
}

type Shown = Route.ComponentProps['loaderData']

/** The reason first: letters carry it, and are read before they are agreed to. */
function ReasonForm({ decision, reason, lines, needsReason }: Shown) {
  const { decision: words } = useCatalogue(registrationTexts)
  return (
    <Form method="get" id="reason" key={reason}>
      <HiddenField name="decision" value={decision} />
      {lines.map(({ id }) => (
        <HiddenField key={id} name="application" value={id} />
      ))}
      <TextArea name="reason" label={words.reason} hint={words.reasonHint} required rows={3} maxLength={2000} defaultValue={reason} />
      <Actions>
        <Button kind={needsReason ? 'main' : 'plain'}>{words.preview}</Button>
      </Actions>
    </Form>
  )
}

function Confirm({ decision, reason, lines, seen, requestKey }: Shown) {
  const { decision: words } = useCatalogue(registrationTexts)
  return (
    <Form id="confirm" requestKey={requestKey}>
      <HiddenField name="decision" value={decision} />
      <HiddenField name="reason" value={reason} />
      <HiddenField name="seen" value={seen} />
      {lines.map(({ id }) => (
        <HiddenField key={id} name="application" value={id} />
      ))}
      <Actions>
        <Button kind="main">{words.confirm(lines.length)}</Button>
      </Actions>
    </Form>
  )
}
