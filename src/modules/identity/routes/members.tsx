import { href, useActionData, useLoaderData } from 'react-router'
import { asId } from '#platform/pure/ids.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type SentForm, answerForms, carryOut } from '#platform/form-answers.ts'
import { read, refuseForm, servicesContext, submit, typeForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { CopyField } from '#ui/copy-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/members.ts'
import { mayManageMembers } from '../domain/rights.ts'
import { inviteForm, oneThing, rolesForm } from '../schemas.ts'
import * as invitations from '../sql/invitations.ts'
import * as members from '../sql/members.ts'
import { identityTexts } from '../texts.ts'
import { InviteSection, PendingInvitations } from '../ui/invitations.tsx'
import { MemberTable } from '../ui/member-table.tsx'
import { sentencesOf } from '../ui/problem-sentence.ts'
import { SettingsTabs } from '../ui/settings-tabs.tsx'
import { changeRoles, removeMember } from '../usecases/change-member.ts'
import { inviteMember } from '../usecases/invite-member.ts'
import { withdrawInvitation } from '../usecases/withdraw-invitation.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async ({ tx, actor, now }) => {
    const mayManage = mayManageMembers(actor)
    return {
      mayManage,
      now,
      ownAccountId: actor.accountId,
      locale: actor.locale,
      timeZone: asTimeZone(actor.timeZone),
      members: await members.listMembers(tx),
      invitations: mayManage ? await invitations.listInvitations(tx) : [],
    }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  const to = href('/reglages/membres')
  return answerForms(context, request, {
    invite,
    withdraw: carryOut('identity.withdraw', oneThing, (ctx, { id }) => withdrawInvitation(ctx, asId(id)), { to, flash: 'removed' }),
    remove: carryOut('identity.remove-member', oneThing, (ctx, { id }) => removeMember(ctx, asId(id)), { to, flash: 'removed' }),
    otherwise: carryOut('identity.change-roles', rolesForm, (ctx, { id, version, roles }) => changeRoles(ctx, asId(id), version, roles), {
      to,
    }),
  })
}

async function invite({ context, request, form }: SentForm) {
  const typed = await typeForm(form, inviteForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const invited = await submit(context, request, typed, 'identity.invite', (ctx) => inviteMember(ctx, typed.value))
  if (!invited.ok) return refuseForm(typed.refuse(invited.problem, 'email'))
  // Without a mail server the message waits where nobody reads it; with one, the link is for the invited person's eyes alone.
  const link = context.get(servicesContext).config.SMTP_URL ? null : invited.value.link
  return { values: { intent: 'invite' }, problems: {}, sent: { email: typed.value.email, link } }
}

export default function MembersPage() {
  const { mayManage, now, ownAccountId, locale, timeZone, members, invitations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  const sent = answer && 'sent' in answer ? answer.sent : null
  const refusal = answer && !sent ? { values: answer.values, errors: sentencesOf(texts, answer.problems, 'required') } : undefined
  const isInvitation = refusal?.values.intent === 'invite'
  return (
    <Page title={texts.members.title} lead={texts.members.lead} below={<SettingsTabs hasKeys={mayManage} />}>
      {sent && (
        <Notice tone="success" title={sent.link ? texts.members.linkTitle : texts.members.sent(sent.email)}>
          {sent.link && <CopyField label={sent.email} hint={texts.members.linkNote} value={sent.link} />}
        </Notice>
      )}
      <MemberTable
        zone={timeZone}
        members={members}
        ownAccountId={ownAccountId}
        mayManage={mayManage}
        refusal={isInvitation ? undefined : refusal}
      />
      {mayManage && <PendingInvitations invitations={invitations} now={now} zone={timeZone} />}
      {mayManage && <InviteSection locale={locale} refusal={isInvitation ? refusal : undefined} />}
    </Page>
  )
}
