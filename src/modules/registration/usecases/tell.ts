import type { ClientBase } from 'pg'
import type { OrganisationId } from '#platform/actor.ts'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { pick } from '#platform/pure/localized.ts'
import { listOfficers } from '#modules/identity/index.ts'
import type { ApplicationId } from '../domain/application.ts'
import { pageSecret } from '../domain/secret.ts'
import { loadToldApplication, promoteWaiting } from '../sql/applications.ts'
import { addPromotionLetter, lockDueLetters, markLetterSent } from '../sql/letters.ts'
import { letterTexts } from '../texts/letter-texts.ts'
import { composeLetter, wordsOf } from './write-letter.ts'

/**
 * Sends the letters whose time has come, each once: a letter and its message are one transaction. The link is made here, for the applicant's
 * eyes alone: the message belongs to no organisation, and no outbox shows it.
 */
export async function sendLetters(services: Services, owner: ClientBase): Promise<void> {
  const now = services.now()
  for (;;) {
    await owner.query('begin')
    try {
      const letters = await lockDueLetters(owner, now)
      for (const { id, applicationId, secretTurn, language, words, email } of letters) {
        if (email !== null) {
          const { subject, text, html } = composeLetter(
            words,
            language,
            services.publicUrl,
            pageSecret(services.secret, applicationId, secretTurn),
          )
          await owner.query('select app.queue_system_mail($1, $2, $3, $4, $5)', [email, language, subject, text, html])
        }
        await markLetterSent(owner, id, now)
      }
      await owner.query('commit')
      if (letters.length === 0) return
    } catch (error) {
      await owner.query('rollback')
      throw error
    }
  }
}

/** Gives free places to those who wait, in their order, and tells each at once. */
export async function promote(services: Services, owner: ClientBase, missionId: string, organisationId: OrganisationId): Promise<void> {
  const now = services.now()
  await owner.query('begin')
  try {
    for (const { applicationId, formerWaitingSince } of await promoteWaiting(owner, missionId, organisationId, now)) {
      const told = await loadToldApplication(owner, applicationId)
      if (told)
        await addPromotionLetter(owner, { applicationId, kind: 'promoted', words: wordsOf('promoted', told, ''), formerWaitingSince, now })
    }
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
  await sendLetters(services, owner)
}

/** Tells the officers of the sending organisation that someone waits for them, each in their language. */
export async function tellReceived(services: Services, owner: ClientBase, applicationId: ApplicationId): Promise<void> {
  const told = await loadToldApplication(owner, applicationId)
  if (told?.state !== 'received') return
  for (const { email, locale } of await listOfficers(owner, told.organisationId)) {
    const { received } = letterTexts[locale]
    const name = `${told.givenName} ${told.familyName}`
    await queueMailFor(owner, services, told.organisationId, {
      to: email,
      language: locale,
      subject: received.subject(name),
      paragraphs: [received.body(name, pick(told.title, locale).text)],
      action: { label: received.read, path: `/missions/${told.missionId}/inscriptions/${told.id}` },
    })
  }
}
