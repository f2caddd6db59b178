import type { Services } from '#platform/context.ts'
import { type Databases, violatedConstraint } from '#platform/db.ts'
import { composeMail } from '#platform/mail.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { freshToken, queueSystemMail, tokenDigest } from '#modules/identity/index.ts'
import type { ApplicationId, OwnApplication, Words } from '../domain/application.ts'
import { type FormProblem, decideWords } from '../domain/form.ts'
import type { OpenedLink } from '../domain/link.ts'
import { pageSecret, secretDigest, verificationPath } from '../domain/secret.ts'
import * as sql from '../sql/public.ts'
import { letterTexts } from '../texts/letter-texts.ts'

type Door = Pick<Services, 'db' | 'now' | 'publicUrl' | 'secret'>

/** `link_over`: used, expired or revoked. `too_many`: this link, or this letter, has served too often for now. */
export type ApplyProblem = FormProblem | { readonly code: 'link_over' | 'too_many' | 'closed' }

/** What a link says to whoever holds it; null when there is no such link. Looking changes nothing: mail scanners follow links. */
export async function readLink(
  { db, now }: Door,
  token: string,
): Promise<{ readonly link: OpenedLink; readonly registered: readonly sql.RegisteredByRelay[] } | null> {
  const digest = tokenDigest(token)
  const link = await sql.openLink(db.web, digest, now())
  return link && { link, registered: link.kind === 'focal_point' ? await sql.listRegisteredBy(db.web, digest) : [] }
}

/**
 * Begins an application by a link, and sends it at once unless it is kept as a draft. The answer is the same whether or not somebody of
 * that name or address is known: nobody is looked for here.
 * @param requestKey of the form: arrived twice, it opens one application
 * @returns the secret of the applicant's page
 * @refuses link_over, too_many, and field by field required, too_long, email_is_one_address, phone_is_international
 */
export async function apply(
  door: Door,
  token: string,
  requestKey: string,
  typed: Words,
  isSent: boolean,
): Promise<Outcome<{ readonly secret: string }, ApplyProblem>> {
  const decided = decideWords(typed, isSent)
  if (!decided.ok) return decided
  const id = crypto.randomUUID() as ApplicationId
  return inOneGo(door, async (web, now) => {
    const opened = await sql.openApplication(
      web,
      {
        linkDigest: tokenDigest(token),
        requestDigest: tokenDigest(requestKey),
        id,
        secretDigest: secretDigest(pageSecret(door.secret, id)),
        words: decided.value,
      },
      now,
    )
    if (opened.outcome === 'link_over' || opened.outcome === 'too_many') return refused({ code: opened.outcome })
    const secret = pageSecret(door.secret, opened.id)
    if (opened.outcome === 'opened' && isSent) await send(door, web, secret, decided.value, now)
    return ok({ secret })
  })
}

/** An application by the secret of its page; null when there is none. */
export function readOwnApplication({ db }: Door, secret: string): Promise<OwnApplication | null> {
  return sql.readOwnApplication(db.web, secretDigest(secret))
}

/**
 * Writes an application again: a draft, one whose address is not verified, or one sent back to be completed.
 * @refuses closed when it is being decided, too_many letters, and field by field as `apply`
 */
export async function writeAgain(door: Door, secret: string, typed: Words, isSent: boolean): Promise<Outcome<null, ApplyProblem>> {
  const decided = decideWords(typed, isSent)
  if (!decided.ok) return decided
  return inOneGo(door, (web, now) => send(door, web, secret, decided.value, now, isSent))
}

/** The letter of the address again. @refuses too_many within two minutes, or after ten letters */
export async function sendVerificationAgain(door: Door, secret: string): Promise<Outcome<null, { readonly code: 'too_many' }>> {
  return inOneGo(door, async (web, now) => {
    const { token, digest } = freshToken('')
    const to = await sql.renewVerification(web, secretDigest(secret), digest, now)
    if (!to) return refused({ code: 'too_many' })
    await writeVerification(door, web, to, token)
    return ok(null)
  })
}

/** The link of that letter. @returns the secret of the applicant's page @refuses link_over */
export async function verifyAddress(
  door: Door,
  token: string,
): Promise<Outcome<{ readonly secret: string }, { readonly code: 'link_over' }>> {
  const verified = await sql.verifyAddress(door.db.web, tokenDigest(token), door.now())
  return verified ? ok({ secret: pageSecret(door.secret, verified.id, verified.secretTurn) }) : refused({ code: 'link_over' })
}

/** The applicant gives up; a place they had is free at once. @refuses closed when it was over already, leads_the_mission for its head */
export async function withdrawOwn(
  { db, now }: Door,
  secret: string,
): Promise<Outcome<null, { readonly code: 'closed' | 'leads_the_mission' }>> {
  try {
    return (await sql.withdrawOwn(db.web, secretDigest(secret), now())) ? ok(null) : refused({ code: 'closed' })
  } catch (error) {
    if (violatedConstraint(error) === 'the_head_of_a_mission_travels_with_it') return refused({ code: 'leads_the_mission' })
    throw error
  }
}

type Web = Parameters<typeof sql.openLink>[0]

async function send(door: Door, web: Web, secret: string, words: Words, now: Instant, isSent = true): Promise<Outcome<null, ApplyProblem>> {
  const { token, digest } = freshToken('')
  const state = await sql.changeApplication(web, { secretDigest: secretDigest(secret), words, isSent, verifyDigest: digest }, now)
  if (state === 'closed' || state === 'too_many') return refused({ code: state })
  if (state === 'unverified') await writeVerification(door, web, words, token)
  return ok(null)
}

async function writeVerification(
  door: Door,
  web: Web,
  { email, language }: { readonly email: string; readonly language: Locale },
  token: string,
): Promise<void> {
  const { verify } = letterTexts[language]
  const letter = composeMail(
    {
      subject: verify.subject,
      paragraphs: [verify.intro],
      action: { label: verify.confirm, path: verificationPath(token) },
      closing: [verify.validity],
    },
    { language, publicUrl: door.publicUrl, organisationName: null },
  )
  await queueSystemMail(web as Parameters<typeof queueSystemMail>[0], email, language, letter)
}

/** All of it or nothing; a refusal keeps nothing. */
async function inOneGo<Result extends Outcome<unknown, unknown>>(
  { db, now }: { readonly db: Pick<Databases, 'web'>; readonly now: Services['now'] },
  run: (web: Web, now: Instant) => Promise<Result>,
): Promise<Result> {
  const transaction = await db.web.startTransaction().execute()
  try {
    const outcome = await run(transaction, now())
    await (outcome.ok ? transaction.commit() : transaction.rollback()).execute()
    return outcome
  } catch (error) {
    await transaction.rollback().execute()
    throw error
  }
}
