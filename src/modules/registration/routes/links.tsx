import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { dateIn } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type WebContext, formValues, read, redirectWithFlash, refuseForm, servicesContext, submit, typeForm } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { CopyField } from '#ui/copy-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice, type Tone } from '#ui/notice.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type LinkDraft, type LinkStanding, linkName } from '../domain/link.ts'
import { mayHandleApplications } from '../domain/rights.ts'
import { linkAction, personalLinkForm, relayLinkForm } from '../schemas.ts'
import { listLinks } from '../sql.ts'
import { registrationTexts, sayProblems } from '../texts.ts'
import { makeLink, renewLink, revokeLink } from '../usecases/make-link.ts'
import type { Route } from './+types/links.ts'

/** Days a link is good for, unless said otherwise. */
const usualDays = 30

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    allow(mayHandleApplications(ctx.actor, mission.partners))
    return {
      links: await listLinks(ctx.tx, mission.id, ctx.now),
      language: ctx.actor.locale,
      zone: asTimeZone(ctx.actor.timeZone),
      requestKey: crypto.randomUUID(),
      relayKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { intent } = formValues(form)
  if (intent === 'renew' || intent === 'revoke') return followUp(context, request, params.missionId, form, intent)
  const typed = intent === 'personal' ? await typeForm(form, personalLinkForm) : await typeForm(form, relayLinkForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { days, email, language, represents, ...facts } = typed.value
  const named =
    'givenName' in facts
      ? { kind: 'personal' as const, ...facts, places: 1 }
      : { kind: 'focal_point' as const, givenName: null, familyName: null, ...facts }
  const draft: LinkDraft = { ...named, represents: represents || null, email: email || null, language }
  const outcome = await submit(context, request, typed, 'registration.make-link', (ctx) => makeLink(ctx, params.missionId, draft, days))
  return outcome.ok ? told(context, outcome.value.link, draft.email !== null) : refuseForm(typed.refuse(outcome.problem, ''))
}

/** Another address for a link, or the end of it. */
async function followUp(context: WebContext, request: Request, missionId: string, form: FormData, intent: 'renew' | 'revoke') {
  const typed = await typeForm(form, linkAction)
  if (!typed.ok) return refuseForm(typed.problem)
  const { linkId } = typed.value
  if (intent === 'revoke') {
    await submit(context, request, typed, 'registration.revoke-link', (ctx) => revokeLink(ctx, missionId, linkId))
    return redirectWithFlash(href('/missions/:missionId/inscriptions/liens', { missionId }), 'removed')
  }
  const outcome = await submit(context, request, typed, 'registration.renew-link', (ctx) => renewLink(ctx, missionId, linkId, usualDays))
  return outcome.ok ? told(context, outcome.value.link, false) : refuseForm(typed.refuse(outcome.problem, ''))
}

/** With a mail server and an address, the link is for the eyes of whoever it was sent to; otherwise it is shown, this once. */
function told(context: WebContext, link: string, isSent: boolean) {
  return { values: {}, problems: {}, made: { link: isSent && context.get(servicesContext).config.SMTP_URL ? null : link } }
}

export default function Links({ loaderData: { links, language, zone, requestKey, relayKey }, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(registrationTexts)
  const words = texts.links
  const made = actionData && 'made' in actionData ? actionData.made : null
  const refusal = actionData && !('made' in actionData) ? actionData : undefined
  const errors = sayProblems(texts, refusal?.problems)
  const refusedAs = (intent: string) => (refusal?.values.intent === intent ? { values: refusal.values, errors } : {})
  return (
    <>
      {made && (
        <Notice tone="success" title={made.link ? words.made : words.madeSent}>
          {made.link && <CopyField label={words.link} hint={words.linkNote} value={made.link} />}
        </Notice>
      )}
      <Section
        title={words.title}
        note={words.note}
        titlePlace="above"
        action={
          <ButtonLink kind="quiet" icon="back" to={href('/missions/:missionId/inscriptions', params)}>
            {texts.one.back}
          </ButtonLink>
        }
      >
        <LinkTable links={links} zone={zone} />
      </Section>
      <Section title={words.personal} note={words.personalNote} onPaper={false}>
        <Form id="personal" key={requestKey} requestKey={requestKey} {...refusedAs('personal')}>
          <HiddenField name="intent" value="personal" />
          <TextField name="givenName" label={words.givenName} required autoComplete="off" />
          <TextField name="familyName" label={words.familyName} required autoComplete="off" />
          <TextField name="represents" label={words.represents} width="long" autoComplete="off" />
          <Sending language={language} kind="main" />
        </Form>
      </Section>
      <Section title={words.relay} note={words.relayNote} onPaper={false}>
        <Form id="relay" key={relayKey} requestKey={relayKey} {...refusedAs('relay')}>
          <HiddenField name="intent" value="relay" />
          <TextField name="represents" label={words.represents} required width="long" autoComplete="off" />
          <NumberField name="places" label={words.places} required defaultValue={10} maxLength={3} />
          <Sending language={language} kind="plain" />
        </Form>
      </Section>
    </>
  )
}

export type RefusedLink = { values?: FieldValues; errors?: FieldErrors }

/** Where a link goes, in which language, and for how long it is good. */
function Sending({ language, kind }: { language: Locale; kind: 'main' | 'plain' }) {
  const { links: words, form } = useCatalogue(registrationTexts)
  return (
    <>
      <TextField name="email" type="email" label={words.email} hint={words.emailHint} width="long" autoComplete="off" spellCheck={false} />
      <Select
        name="language"
        label={words.language}
        placeholder={false}
        defaultValue={language}
        options={(['fr', 'en'] as const).map((value) => ({ value, label: form.languages[value] }))}
      />
      <NumberField name="days" label={words.days} required defaultValue={usualDays} maxLength={3} />
      <Actions>
        <Button kind={kind}>{words.make}</Button>
      </Actions>
    </>
  )
}

const tones: Record<LinkStanding, Tone | undefined> = { open: 'info', used: 'success', expired: 'warning', revoked: undefined }

function LinkTable({ links, zone }: Pick<Route.ComponentProps['loaderData'], 'links' | 'zone'>) {
  const texts = useCatalogue(registrationTexts)
  const words = texts.links
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={links}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.empty}>{words.emptyBody}</EmptyState>}
      columns={[
        { key: 'for', header: words.for, render: (link) => linkName(link) },
        { key: 'kind', header: words.kind, render: ({ kind }) => texts.linkKinds[kind] },
        { key: 'used', header: words.used, render: ({ used, places }) => words.usedOf(used, places) },
        { key: 'until', header: words.until, render: ({ expiresAt }) => <DateText date={dateIn(zone, expiresAt)} format="short" /> },
        { key: 'state', header: words.state, render: ({ standing }) => <Tag tone={tones[standing]}>{texts.standings[standing]}</Tag> },
        {
          key: 'action',
          header: words.action,
          headerHidden: true,
          render: (link) =>
            link.standing !== 'revoked' && (
              <Form layout="row" id={`link-${link.id}`}>
                <HiddenField name="linkId" value={link.id} />
                <Actions>
                  <Button kind="quiet" name="intent" value="renew" aria-label={words.renewOf(linkName(link))}>
                    {words.renew}
                  </Button>
                  <Button kind="quiet" name="intent" value="revoke" aria-label={words.revokeOf(linkName(link))}>
                    {words.revoke}
                  </Button>
                </Actions>
              </Form>
            ),
        },
      ]}
    />
  )
}
