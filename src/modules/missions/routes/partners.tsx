import { href } from 'react-router'
import { type OrganisationId, found } from '#platform/actor.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type WebContext, formValues, read, redirectWithFlash, refuseForm, servicesContext, submit, typeForm } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import {
  type OrganisationLine,
  countryChoices,
  listWorkspaceOrganisations,
  organisationLabel,
  searchOrganisations,
} from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { CopyField } from '#ui/copy-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { offeredRoles } from '../domain/partnership.ts'
import { mayChangeMission, mayLeaveMission } from '../domain/rights.ts'
import { legPartnersForm, releaseForm } from '../schemas.ts'
import { invitationForm, partnerForm } from '../schemas/partnership.ts'
import { loadMission } from '../sql/missions.ts'
import { listInvitations } from '../sql/invitations.ts'
import { missionTexts } from '../texts.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'
import { problemSentences } from '../texts/problem-sentences.ts'
import { languageChoices } from '../ui/language-choices.ts'
import { InvitationTable } from '../ui/invitation-table.tsx'
import { LeaveButton } from '../ui/leave-button.tsx'
import { LegPartners } from '../ui/leg-partners.tsx'
import { PartnerTable } from '../ui/partner-table.tsx'
import { invitedCard } from '../ui/partner-addresses.ts'
import { askPartner } from '../usecases/ask-partner.ts'
import { inviteAgain, revokeInvitation } from '../usecases/invite-partner.ts'
import { releasePartner } from '../usecases/name-partner.ts'
import { choosePartnersOfLeg } from '../usecases/place-partners.ts'
import type { Route } from './+types/partners.ts'

/** The field of the address in which someone looks for a card, as on the pages of members. */
const searchedCard = 'fiche'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const seated = new Set(mission.partners.filter((partner) => partner.leftAt === null).map((partner) => partner.organisationId))
    const workspaces = await listWorkspaceOrganisations(ctx.tx)
    const query = new URL(request.url).searchParams
    const search = (query.get(searchedCard) ?? '').trim().slice(0, 200)
    const answers = search === '' ? [] : await searchOrganisations(ctx, search)
    const choices = (organisations: readonly OrganisationLine[]) =>
      organisations
        .filter(({ id }) => !seated.has(id))
        .map((organisation) => ({ value: organisation.id as string, label: organisationLabel(organisation, ctx.actor.locale) }))
    return {
      partners: mission.partners,
      legs: mission.legs,
      workspaces: choices(workspaces),
      search,
      cards: choices(answers.filter(({ isWorkspace }) => !isWorkspace)),
      answers: choices(answers).length,
      found: choices(answers)[0]?.value,
      countries: countryChoices(ctx.actor.locale),
      mayChange: mayChangeMission(ctx.actor, mission.partners),
      mayLeave: mayLeaveMission(ctx.actor, mission.partners),
      ownSeatId: mission.partners.find((partner) => partner.organisationId === ctx.actor.organisationId)?.id ?? '',
      invitations: await listInvitations(ctx.tx, mission.id),
      invitedCard: mission.partners.find(({ id, isWorkspace, leftAt }) => id === query.get(invitedCard) && !isWorkspace && !leftAt) ?? null,
      language: ctx.actor.locale,
      now: ctx.now,
      zone: asTimeZone(ctx.actor.timeZone),
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const back = href('/missions/:missionId/partenaires', params)
  const { intent } = formValues(form)
  if (intent === 'release' || intent === 'leave') {
    const typed = await typeForm(form, releaseForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, 'missions.release-partner', (ctx) =>
      releasePartner(ctx, params.missionId, typed.value.partnerId),
    )
    return outcome.ok
      ? redirectWithFlash(intent === 'leave' ? href('/missions') : back, 'removed')
      : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'leg') {
    const typed = await typeForm(form, legPartnersForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { legId, partnerIds } = typed.value
    const outcome = await submit(context, request, typed, 'missions.choose-partners-of-leg', (ctx) =>
      choosePartnersOfLeg(ctx, params.missionId, legId, partnerIds),
    )
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'partnerIds'))
  }
  if (intent === 'again' || intent === 'revoke') return followUp(context, request, params.missionId, form)
  const typed = await typeForm(form, partnerForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { organisationId, seatId, email, workstreamFr, workstreamEn, ...asked } = typed.value
  const outcome = await submit(context, request, typed, 'missions.ask-partner', (ctx) =>
    askPartner(ctx, params.missionId, {
      ...asked,
      organisationId: (organisationId || null) as OrganisationId | null,
      seatId: seatId || null,
      email: email || null,
      workstream: localized(workstreamFr, workstreamEn),
    }),
  )
  if (!outcome.ok)
    return refuseForm(
      typed.refuse(outcome.problem, ({ code }) =>
        code === 'address_missing' || code.endsWith('per_address') ? 'email' : 'organisationId',
      ),
    )
  return outcome.value.isInvited ? told(context, outcome.value) : redirectWithFlash(back, 'saved')
}

/** Sends an invitation again, or takes it back. */
async function followUp(context: WebContext, request: Request, missionId: string, form: FormData) {
  const typed = await typeForm(form, invitationForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { invitationId } = typed.value
  if (form.get('intent') === 'revoke') {
    await submit(context, request, typed, 'missions.revoke-invitation', (ctx) => revokeInvitation(ctx, missionId, invitationId))
    return redirectWithFlash(href('/missions/:missionId/partenaires', { missionId }), 'removed')
  }
  const sent = await submit(context, request, typed, 'missions.invite-again', (ctx) => inviteAgain(ctx, missionId, invitationId))
  return sent.ok ? told(context, { name: '', link: sent.value.link }) : refuseForm(typed.refuse(sent.problem, ''))
}

/** Without a mail server the message waits where nobody reads it; with one, the link is for the invited person's eyes alone. */
function told(context: WebContext, { name, link }: { name: string; link: string | null }) {
  return { values: {}, problems: {}, sent: { name, link: context.get(servicesContext).config.SMTP_URL ? null : link } }
}

export default function Partners({
  loaderData: { partners, legs, workspaces, search, cards, answers, found, countries, mayChange, requestKey, ...room },
  actionData,
}: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  const words = texts.partners
  const invitation = useCatalogue(invitationTexts)
  const { form } = invitation
  const refusal = actionData && 'sent' in actionData ? undefined : actionData
  const errors = problemSentences(invitation, texts, refusal?.problems)
  const sent = actionData && 'sent' in actionData ? actionData.sent : null
  return (
    <>
      {sent && <SentNotice {...sent} />}
      <Section title={words.title} note={words.lead} titlePlace="above">
        <PartnerTable partners={partners} legs={legs} mayChange={mayChange} />
      </Section>
      {mayChange && legs.length > 1 && (
        <Section title={words.byLeg} note={words.byLegNote} onPaper={false}>
          <LegPartners
            legs={legs}
            partners={partners}
            requestKey={requestKey}
            refused={refusal?.values.intent === 'leg' ? { values: refusal.values, error: errors?.partnerIds ?? '' } : undefined}
          />
        </Section>
      )}
      {room.invitations.length > 0 && <InvitationTable invitations={room.invitations} now={room.now} zone={room.zone} />}
      {room.mayLeave && (
        <Section title={form.leave} note={form.leaveNote} onPaper={false}>
          <LeaveButton seatId={room.ownSeatId} />
        </Section>
      )}
      {mayChange && (
        <Section title={form.title} note={form.note} id="ajouter" onPaper={false}>
          <Form method="get" layout="row" id="card-search" action="#ajouter">
            <TextField name={searchedCard} type="search" label={words.search} defaultValue={search} maxLength={200} />
            <Button>{words.find}</Button>
          </Form>
          {search !== '' && <output>{answers > 0 ? words.found(answers, search) : words.nobody(search)}</output>}
          <Form key={sent ? requestKey : ''} requestKey={requestKey} values={refusal?.values} errors={errors} id="partner">
            {room.invitedCard && (
              <>
                <p>{form.forCard(room.invitedCard.name)}</p>
                <HiddenField name="seatId" value={room.invitedCard.id} />
              </>
            )}
            {/* A card that is found is chosen, and what was typed elsewhere stays. */}
            <Select
              key={`known-${found ?? ''}`}
              name="organisationId"
              label={words.known}
              hint={words.knownHint}
              defaultValue={found}
              options={[
                ...(cards.length > 0 ? [{ label: words.cards, options: cards }] : []),
                ...(workspaces.length > 0 ? [{ label: words.workspaces, options: workspaces }] : []),
              ]}
              width="long"
            />
            <TextField
              key={`named-${room.invitedCard?.id ?? ''}`}
              name="newName"
              label={words.newName}
              width="long"
              maxLength={200}
              defaultValue={room.invitedCard?.name}
            />
            <Select name="country" label={texts.form.country} placeholder={false} defaultValue="FR" options={countries} />
            <Select
              name="role"
              label={words.role}
              required
              defaultValue="partner"
              options={offeredRoles.map((value) => ({ value, label: texts.roles[value] }))}
            />
            <TextField name="workstreamFr" label={words.workstream} hint={words.workstreamHint} width="long" maxLength={200} />
            <TextField name="workstreamEn" label={form.workstreamEn} lang="en" width="long" maxLength={200} />
            <TextField
              name="email"
              type="email"
              label={form.email}
              hint={form.emailHint}
              autoComplete="off"
              spellCheck={false}
              width="long"
            />
            <Select name="language" label={form.language} placeholder={false} defaultValue={room.language} options={languageChoices} />
            <TextArea name="message" label={form.message} rows={3} maxLength={2000} />
            <Actions>
              <Button kind="main" type="submit">
                {form.submit}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

function SentNotice({ name, link }: { name: string; link: string | null }) {
  const { list } = useCatalogue(invitationTexts)
  return (
    <Notice tone="success" title={link ? list.linkTitle : list.sentTo(name)}>
      {link && <CopyField label={list.link} hint={list.linkNote} value={link} />}
    </Notice>
  )
}
