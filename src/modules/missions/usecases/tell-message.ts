import type { ClientBase } from 'pg'
import type { OrganisationId } from '#platform/actor.ts'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { pick } from '#platform/pure/localized.ts'
import { type Addressee, listMembersAmong, listOfficers } from '#modules/identity/index.ts'
import type { MessageId } from '../domain/message.ts'
import * as sql from '../sql/messages.ts'
import { messageTexts } from '../texts/message-texts.ts'

/**
 * Tells those concerned that something was written: a private message to people of its own organisation and nobody else, a shared
 * one to each organisation at the mission. In each, those who wrote in the thread, else its officers; never the author.
 * A message retracted meanwhile is not told.
 */
export async function tellMessage(services: Services, owner: ClientBase, messageId: MessageId): Promise<void> {
  const message = await sql.loadToldMessage(owner, messageId)
  if (message?.body == null) return
  const readers = message.isShared ? message.partners : message.partners.filter((id) => id === message.organisationId)
  for (const organisationId of readers) {
    for (const person of await concerned(owner, organisationId, message))
      await queueLetter(services, owner, organisationId, message, person)
  }
}

async function concerned(owner: ClientBase, organisationId: OrganisationId, { voices, authorId }: sql.ToldMessage): Promise<Addressee[]> {
  const wrote = voices
    .filter((voice) => voice.organisationId === organisationId && voice.accountId !== authorId)
    .map(({ accountId }) => accountId)
  const among = wrote.length > 0 ? await listMembersAmong(owner, organisationId, wrote) : []
  const people = among.length > 0 ? among : await listOfficers(owner, organisationId)
  return people.filter(({ accountId }) => accountId !== authorId)
}

async function queueLetter(
  services: Services,
  owner: ClientBase,
  organisationId: OrganisationId,
  message: sql.ToldMessage,
  { email, locale }: Addressee,
) {
  const { mail } = messageTexts[locale]
  const about = message.aboutLabel || pick(message.missionTitle, locale).text
  const thread = message.aboutId ? `?objet=${message.aboutNoun}:${message.aboutId}` : ''
  await queueMailFor(owner, services, organisationId, {
    to: email,
    language: locale,
    subject: message.isShared ? mail.shared(message.authorName, about) : mail.private(message.authorName, about),
    paragraphs: [mail.from(message.authorName, message.organisationName), message.body ?? ''],
    action: { label: mail.open, path: `/missions/${message.missionId}/echanges${thread}` },
    closing: [message.isShared ? mail.readByAll : mail.readByOwn(message.organisationName)],
  })
}
