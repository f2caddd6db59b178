import { href } from 'react-router'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { contactForm, contactIdForm, everyoneForm, memberForm, receiptForm } from '../schemas.ts'
import { pocketTexts, problemTexts } from '../texts.ts'
import { DeskContacts } from '../ui/desk-contacts.tsx'
import { DeskMembers } from '../ui/desk-members.tsx'
import { DeskReceipts } from '../ui/desk-receipts.tsx'
import { revokePass, sendLink, sendLinks } from '../usecases/give-passes.ts'
import { readDesk } from '../usecases/read-desk.ts'
import { answerReceipt, publishContact, withdrawContact } from '../usecases/run-desk.ts'
import type { Route } from './+types/desk.ts'

/** The pockets of one's own members: their links, whom they may call, what they handed in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const desk = await read(context, request, (ctx) => readDesk(ctx, params.missionId))
  return { ...desk, requestKey: crypto.randomUUID() }
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const to = href('/missions/:missionId/poches', params)
  return answerForms(context, request, {
    publish: carryOut('pocket.publish-contact', contactForm, (ctx, typed) => publishContact(ctx, missionId, typed), { to }),
    withdraw: carryOut('pocket.withdraw-contact', contactIdForm, (ctx, { contactId }) => withdrawContact(ctx, missionId, contactId), {
      to,
      flash: 'removed',
    }),
    answer: carryOut(
      'pocket.answer-receipt',
      receiptForm,
      (ctx, { receiptId, ...answer }) => answerReceipt(ctx, missionId, receiptId, answer),
      { to, field: 'reason' },
    ),
    send_all: carryOut('pocket.send-links', everyoneForm, (ctx, typed) => sendLinks(ctx, missionId, typed), { to, flash: 'sent' }),
    send: carryOut(
      'pocket.send-link',
      memberForm,
      (ctx, { memberId, invitations }) => sendLink(ctx, missionId, memberId, { invitations }),
      { to, flash: 'sent' },
    ),
    revoke: carryOut('pocket.revoke', memberForm, (ctx, { memberId }) => revokePass(ctx, missionId, memberId), { to, flash: 'removed' }),
  })
}

export default function DeskRoute({ loaderData, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(pocketTexts)
  const refusalOf = (...intents: readonly string[]) =>
    actionData && intents.includes(String(actionData.values.intent))
      ? { values: actionData.values, errors: problemTexts(texts, actionData.problems) ?? {} }
      : undefined
  return (
    <>
      <Section title={texts.desk.title} titlePlace="above" note={texts.desk.lead}>
        <DeskMembers {...loaderData} missionId={params.missionId} refusal={refusalOf('send', 'send_all', 'revoke')} />
      </Section>
      <Section title={texts.desk.contacts} titlePlace="above" note={texts.desk.contactsLead}>
        <DeskContacts {...loaderData} refusal={refusalOf('publish', 'withdraw')} />
      </Section>
      <Section title={texts.desk.receipts} titlePlace="above" note={texts.desk.receiptsLead}>
        <DeskReceipts {...loaderData} missionId={params.missionId} refusal={refusalOf('answer')} />
      </Section>
    </>
  )
}
