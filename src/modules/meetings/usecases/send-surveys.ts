import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { queueSystemMail } from '#platform/mail.ts'
import { type Instant, dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { freshToken } from '#modules/identity/index.ts'
import { letterLanguage } from '../domain/letter-language.ts'
import { followUps } from '../domain/survey.ts'
import { isReminderDue, stageTerm } from '../domain/survey-dates.ts'
import * as sql from '../sql/survey-letters.ts'
import { surveyTexts } from '../texts/survey-texts.ts'

type Door = Pick<Services, 'publicUrl' | 'now'>

/**
 * Asks what is due: stages whose morning has come on the clocks of the meetings, then reminders to whoever has not answered. A stage that nobody asked
 * in its time is not asked late.
 */
export async function sendSurveys(services: Door, owner: ClientBase): Promise<void> {
  const now = services.now()
  for (const { id, stage, lastDay, timeZone } of await sql.listWaitingRounds(owner, now)) {
    const { opensAt, closesAt } = stageTerm(stage, lastDay, timeZone)
    if (now < opensAt || now >= closesAt) continue
    await inTransaction(owner, async () => {
      const surveys = await sql.beginRound(owner, id, dateIn(timeZone, now), { now, expiresAt: closesAt })
      if (surveys) await sendLetters(services, owner, surveys, 'first')
    })
  }
  for (const { id, askedOn, reminders, timeZone } of await sql.listSilentSurveys(owner, now)) {
    if (!isReminderDue(askedOn, reminders, timeZone, now)) continue
    await inTransaction(owner, async () => {
      if (await sql.noteReminder(owner, id, reminders)) await sendLetters(services, owner, [id], 'reminder')
    })
  }
}

/** Sends letters again, because somebody asked for it. */
export async function sendSurveysAgain(services: Door, owner: ClientBase, surveyIds: readonly string[]): Promise<void> {
  await inTransaction(owner, () => sendLetters(services, owner, surveyIds, 'reminder'))
}

/**
 * One letter and one link of its own to each who came for a company, in their language. The letters belong to no organisation: their links open an
 * answer that the organisers alone read, and their addresses are known to whoever brings the company alone.
 */
async function sendLetters(services: Door, owner: ClientBase, surveyIds: readonly string[], kind: 'first' | 'reminder'): Promise<void> {
  const now = services.now()
  for (const reader of await sql.listReaders(owner, surveyIds, now)) {
    const language = letterLanguage(reader)
    const { token, digest } = freshToken('')
    await sql.insertSurveyLink(owner, reader, { digest, language, now })
    await queueSystemMail(owner, services, letterTo(reader, language, `/enquete/${token}`, kind))
  }
}

function letterTo(reader: sql.SurveyReader, language: ReturnType<typeof letterLanguage>, path: string, kind: 'first' | 'reminder') {
  const { letter, followUps: answers, after } = surveyTexts[language]
  const title = pick(reader.title, language).text
  const ends = formatDate(dateIn(reader.timeZone, reader.expiresAt as Instant), language)
  return {
    to: reader.email,
    language,
    subject: letter.subject[kind](title),
    paragraphs: [
      letter.greeting(`${reader.givenName} ${reader.familyName}`.trim()),
      letter.body(reader.company, after[reader.stage], reader.organisation),
    ],
    choices: {
      question: pick(reader.question, language).text,
      answers: followUps.map((word) => ({ label: answers[word], path: `${path}?r=${word}` })),
    },
    action: { label: letter.open, path },
    closing: [letter.privacy(reader.organisation), letter.ends(ends)],
  }
}

async function inTransaction(owner: ClientBase, run: () => Promise<void>): Promise<void> {
  await owner.query('begin')
  try {
    await run()
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
