import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import { type LetterKind, type LetterText, fillLetter } from '../domain/letter.ts'
import type { Request } from '../domain/request.ts'
import { mayTriage } from '../domain/rights.ts'
import { listLetterTexts } from '../sql/desk.ts'
import { loadRequest } from '../sql/requests.ts'
import { letterTexts } from '../texts/letter-texts.ts'
import { factsOfRequest } from './answer-request.ts'
import { weighRequests } from './weigh-request.ts'

/** How the organisation answers: as it wrote, language by language, else as we propose. */
export async function ownLetterText(ctx: Pick<Ctx, 'tx'>, kind: LetterKind): Promise<LetterText> {
  const theirs = (await listLetterTexts(ctx.tx))[kind]
  const ours = {
    subject: { fr: letterTexts.fr[kind].subject, en: letterTexts.en[kind].subject },
    body: { fr: letterTexts.fr[kind].body, en: letterTexts.en[kind].body },
  }
  return { subject: { ...ours.subject, ...theirs?.subject }, body: { ...ours.body, ...theirs?.body } }
}

/** The letter to be read over before it leaves, in the language of who asks; what is not known yet stays between braces. */
export async function draftLetter(
  ctx: Ctx,
  request: Request,
  kind: LetterKind,
): Promise<{ subject: string; body: string; language: Locale }> {
  const { language } = request
  const text = await ownLetterText(ctx, kind)
  const facts = factsOfRequest(ctx, request)
  return { language, subject: fillLetter(text.subject[language] ?? '', facts), body: fillLetter(text.body[language] ?? '', facts) }
}

/** What a page of answer needs: the request, still open, and the letter to read over. @throws NotFound when there is nothing left to answer */
export async function openAnswer(ctx: Ctx, requestId: string, kind: Exclude<LetterKind, 'thanks'>) {
  allow(mayTriage(ctx.actor))
  const request = found(await loadRequest(ctx.tx, requestId))
  found(request.state === 'received' || null)
  const [weighed] = await weighRequests(ctx, [request])
  const own = await loadOrganisation(ctx.tx, ctx.actor.organisationId)
  return {
    asked: request,
    draft: await draftLetter(ctx, request, kind),
    city: own?.cityName ?? '',
    partners: weighed?.interest.partners ?? [],
    requestKey: crypto.randomUUID(),
  }
}
