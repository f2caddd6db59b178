import { href } from 'react-router'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
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

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { missionId } = params
  const here = href('/missions/:missionId/poches', params)
  const intent = String(formValues(form).intent)
  if (intent === 'publish') {
    const typed = await typeForm(form, contactForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, 'pocket.publish-contact', (ctx) => publishContact(ctx, missionId, typed.value))
    return outcome.ok ? redirectWithFlash(here, 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'withdraw') {
    const typed = await typeForm(form, contactIdForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, 'pocket.withdraw-contact', (ctx) =>
      withdrawContact(ctx, missionId, typed.value.contactId),
    )
    return outcome.ok ? redirectWithFlash(here, 'removed') : refuseForm(typed.refuse(outcome.problem, ''))
  }
  if (intent === 'answer') {
    const typed = await typeForm(form, receiptForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { receiptId, ...answer } = typed.value
    const outcome = await submit(context, request, typed, 'pocket.answer-receipt', (ctx) =>
      answerReceipt(ctx, missionId, receiptId, answer),
    )
    return outcome.ok ? redirectWithFlash(here, 'saved') : refuseForm(typed.refuse(outcome.problem, 'reason'))
  }
  if (intent === 'send_all') {
    const typed = await typeForm(form, everyoneForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, 'pocket.send-links', (ctx) => sendLinks(ctx, missionId, typed.value))
    return outcome.ok ? redirectWithFlash(here, 'sent') : refuseForm(typed.refuse(outcome.problem, ''))
  }
  const typed = await typeForm(form, memberForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { memberId, invitations } = typed.value
  const outcome =
    intent === 'revoke'
      ? await submit(context, request, typed, 'pocket.revoke', (ctx) => revokePass(ctx, missionId, memberId))
      : await submit(context, request, typed, 'pocket.send-link', (ctx) => sendLink(ctx, missionId, memberId, { invitations }))
  return outcome.ok ? redirectWithFlash(here, intent === 'revoke' ? 'removed' : 'sent') : refuseForm(typed.refuse(outcome.problem, ''))
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
        <DeskMembers {...loaderData} refusal={refusalOf('send', 'send_all', 'revoke')} />
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
