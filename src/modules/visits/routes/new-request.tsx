import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { atLocalTime } from '#platform/pure/instant.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { type FieldProblems, read, redirectWithFlash, refuseForm, submit, typeForm, visitorContext } from '#platform/web.ts'
import { countryChoices } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { MailGuess } from '../domain/mail-guess.ts'
import { mayTriage } from '../domain/rights.ts'
import { factsOf, mailForm, requestForm } from '../schemas.ts'
import { visitProblems, visitTexts } from '../texts.ts'
import { RequestFields } from '../ui/request-fields.tsx'
import { enterRequest } from '../usecases/enter-request.ts'
import { readMail, readPastedMail } from '../usecases/read-mail.ts'
import type { Route } from './+types/new-request.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, (ctx) => {
    allow(mayTriage(ctx.actor))
    return Promise.resolve({
      countries: countryChoices(context.get(visitorContext).locale),
      today: ctx.today,
      requestKey: crypto.randomUUID(),
    })
  })
}

type Answer = {
  readonly intent: 'read' | 'enter'
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: FieldProblems
}

/** Reading a message enters nothing: the form comes back filled in, for a person to correct. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  if (form.get('intent') === 'read') {
    await read(context, request, (ctx) => Promise.resolve(allow(mayTriage(ctx.actor))))
    const typed = await typeForm(form, mailForm)
    if (!typed.ok) return { intent: 'read', ...typed.problem } satisfies Answer
    const { file, pasted } = typed.value
    const guess = file ? await readMail(new Uint8Array(await file.arrayBuffer())) : readPastedMail(pasted)
    if (!guess.ok)
      return { intent: 'read', values: { pasted }, problems: { [file ? 'file' : 'pasted']: guess.problem.code } } satisfies Answer
    return { intent: 'enter', values: valuesOf(guess.value), problems: {} } satisfies Answer
  }
  const typed = await typeForm(form, requestForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { receivedOn, original } = typed.value
  const outcome = await submit(context, request, typed, 'visits.enter', (ctx) => {
    const noon = receivedOn && atLocalTime(receivedOn, asLocalTime('12:00'), asTimeZone(ctx.actor.timeZone), 'first')
    const receivedAt = noon && noon.ok && noon.value.instant < ctx.now ? noon.value.instant : ctx.now
    return enterRequest(ctx, { ...factsOf(typed.value), original, receivedAt })
  })
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, ''))
  return redirectWithFlash(href('/visites/:requestId', { requestId: outcome.value }), 'created')
}

function valuesOf(guess: MailGuess): Record<string, string> {
  const { peopleCount, ...words } = guess
  return { ...words, asker: '', peopleCount: peopleCount === null ? '' : String(peopleCount) }
}

export default function NewRequest({ loaderData: { countries, today, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(visitTexts)
  const words = texts.enter
  const isReading = actionData !== undefined && 'intent' in actionData && actionData.intent === 'read'
  const wasRead = actionData !== undefined && 'intent' in actionData && actionData.intent === 'enter'
  const errors = visitProblems(texts, wasRead ? undefined : actionData?.problems)
  const original = !isReading && typeof actionData?.values.original === 'string' ? actionData.values.original : ''
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/visites'), label: texts.title }]}>
      <Section title={words.mailTitle} note={words.mailNote}>
        <Form
          id="mail"
          encType="multipart/form-data"
          values={isReading ? actionData.values : undefined}
          errors={isReading ? errors : undefined}
        >
          <HiddenField name="intent" value="read" />
          <FileField name="file" label={words.file} hint={words.fileHint} accept=".eml,message/rfc822" />
          <TextArea name="pasted" label={words.paste} rows={6} maxLength={50_000} />
          <Actions>
            <Button>{words.read}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={words.formTitle}>
        {wasRead && <Notice tone="success">{words.wasRead}</Notice>}
        <Form
          id={wasRead ? 'read' : 'request'}
          key={wasRead ? original : 'request'}
          requestKey={requestKey}
          values={isReading ? undefined : actionData?.values}
          errors={isReading ? undefined : errors}
        >
          <HiddenField name="original" value={original} />
          <RequestFields isTheirs={false} countries={countries} />
          <DateField name="receivedOn" label={words.receivedOn} defaultValue={today} max={today} />
          <Actions>
            <Button kind="main">{words.save}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  )
}
