import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Action, actionStates, type Domain } from '../domain/pledges.ts'
import { agreementTexts } from '../texts.ts'

type Refusable = { values?: FieldValues | undefined; errors?: FieldErrors | undefined }

/** A domain with its pledges, one a line. */
export function DomainForm({ requestKey, isMain, values, errors }: Refusable & { requestKey: string; isMain: boolean }) {
  const { pledges: words } = useCatalogue(agreementTexts)
  return (
    <Form id="domain" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="domain" />
      <TextField name="titleFr" label={words.domainFr} required width="long" lang="fr" />
      <TextArea name="pledgesFr" label={words.pledgesFr} hint={words.pledgesHint} rows={3} lang="fr" />
      <TextField name="titleEn" label={words.domainEn} width="long" lang="en" />
      <TextArea name="pledgesEn" label={words.pledgesEn} rows={3} lang="en" />
      <Actions>
        <Button kind={isMain ? 'main' : 'plain'}>{words.saveDomain}</Button>
      </Actions>
    </Form>
  )
}

/** An action to plan for one of the pledges. */
export function ActionForm({ domains, requestKey, values, errors }: Refusable & { domains: readonly Domain[]; requestKey: string }) {
  const { pledges: words } = useCatalogue(agreementTexts)
  const locale = useLocale()
  const text = (content: Domain['title']) => pick(content, locale).text
  return (
    <Form id="action" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="action" />
      <Select
        name="pledgeId"
        label={words.pledge}
        required
        width="long"
        options={domains
          .filter(({ pledges }) => pledges.length > 0)
          .map(({ title, pledges }) => ({
            label: text(title),
            options: pledges.map((pledge) => ({ value: pledge.id, label: text(pledge.title) })),
          }))}
      />
      <PlanFields />
      <Actions>
        <Button kind="main">{words.saveAction}</Button>
      </Actions>
    </Form>
  )
}

/** What an action is, who answers for it on each side, and by when. */
function PlanFields({ action }: { action?: Action }) {
  const { pledges: words } = useCatalogue(agreementTexts)
  return (
    <>
      <TextField name="title" label={words.action} required width="long" maxLength={300} defaultValue={action?.title} />
      <TextField name="ownOwner" label={words.ownOwner} required defaultValue={action?.ownOwner} />
      <TextField name="theirOwner" label={words.theirOwner} defaultValue={action?.theirOwner} />
      <DateField name="dueOn" label={words.dueOn} defaultValue={action?.dueOn ?? undefined} />
    </>
  )
}

/** How far an action has come, with what shows it, and what of it has changed. */
export function ProgressForm({ action, values, errors }: Refusable & { action: Action }) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.pledges
  return (
    <Form id={`progress-${action.id}`} version={action.version} values={values} errors={errors}>
      <HiddenField name="intent" value="progress" />
      <HiddenField name="actionId" value={action.id} />
      <PlanFields action={action} />
      <Select
        name="state"
        label={words.state}
        placeholder={false}
        defaultValue={action.state}
        options={actionStates.map((value) => ({ value, label: texts.actionStates[value] }))}
      />
      <TextField name="evidence" label={words.evidence} hint={words.evidenceHint} width="long" defaultValue={action.evidence} />
      <Actions>
        <Button>{words.saveProgress}</Button>
      </Actions>
    </Form>
  )
}

/** Takes up again an action that was closed, with why. */
export function ReopenForm({ action, requestKey, values, errors }: Refusable & { action: Action; requestKey: string }) {
  const { pledges: words } = useCatalogue(agreementTexts)
  return (
    <Form id={`reopen-${action.id}`} requestKey={requestKey} version={action.version} values={values} errors={errors}>
      <HiddenField name="intent" value="reopen" />
      <HiddenField name="actionId" value={action.id} />
      <TextField name="reason" label={words.reason} required width="long" maxLength={1000} />
      <Actions>
        <Button>{words.saveReopening}</Button>
      </Actions>
    </Form>
  )
}
