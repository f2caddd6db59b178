import type { Services } from '#platform/context.ts'
import { type Databases, violatedConstraint } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { tokenDigest } from '#modules/identity/index.ts'
import { affinityOf } from '../domain/affinity.ts'
import type { Choice, ClosedLink, OpenedLink } from '../domain/answer-link.ts'
import { noProfile, nothingShown } from '../domain/company-profile.ts'
import { contactsOfLink } from '../sql/earlier-contacts.ts'
import { type LinkMeeting, type OutcomeDraft, settledDraft } from '../domain/outcome.ts'
import { meetingsOfLink, tellByLink } from '../sql/outcome-links.ts'
import { type LinkProfileRow, type LinkProfiles, profileByLink, profileOfLink } from '../sql/profiles.ts'
import type { SlotOffer } from '../domain/slot-offer.ts'
import { type SuggestionRun, suggestionsOf } from '../domain/suggestion-run.ts'
import { chooseSlotByLink, offersOfLink } from '../sql/slot-offers.ts'
import { suggestionsByLink, suggestionsOfLink } from '../sql/suggestions.ts'
import * as sql from '../sql/wishes.ts'
import type { AnswerWords, WishWords } from './make-wishes.ts'

/** Refusals of a link, constraints by their name. */
export type LinkProblem = { readonly code: string }
type Door = Pick<Services, 'db' | 'now'>

/** What the holder of the link sees, or why it does not open any more; null when there is no such link. */
export function readLink({ db, now }: Door, token: string): Promise<OpenedLink | ClosedLink | null> {
  return sql.openLink(db, tokenDigest(token), now())
}

/** @refuses request_over, accepted_within_quota, declined_with_a_reason */
export async function answerWithLink(door: Door, token: string, answer: AnswerWords): Promise<Outcome<null, LinkProblem>> {
  if (!answer.accepts && answer.reason.trim() === '') return refused({ code: 'declined_with_a_reason' })
  return inOneGo(door, 'request_over', (web, now) => sql.answerByLink(web, tokenDigest(token), answer, now))
}

/** Writes all the wishes of the holder, or none. @refuses wishes_closed_or_answered, requests_within_quota, a_rule_allows_the_wish */
export async function wishWithLink(door: Door, token: string, wishes: readonly WishWords[]): Promise<Outcome<null, LinkProblem>> {
  return inOneGo(door, 'wishes_closed_or_answered', async (web, now) => {
    const link = await sql.openLink({ web }, tokenDigest(token), now)
    if (link !== null && 'event' in link) await sql.expireRequests(web, link.event.id, now)
    for (const wish of wishes.toSorted((a, b) => Number(a.degree !== '') - Number(b.degree !== ''))) {
      if (!(await sql.wishByLink(web, tokenDigest(token), wish, now))) return false
    }
    return true
  })
}

/** @refuses link_over */
export async function sayAwayWithLink(
  door: Door,
  token: string,
  representativeId: string,
  slotIds: readonly string[],
): Promise<Outcome<null, LinkProblem>> {
  return inOneGo(door, 'link_over', (web, now) => sql.awayByLink(web, tokenDigest(token), representativeId, slotIds, now))
}

/** The slots offered to the holder that stand. */
export function readLinkOffers({ db, now }: Door, token: string): Promise<SlotOffer[]> {
  return offersOfLink(db, tokenDigest(token), now())
}

/** Chooses one of three slots, which accepts the request. @refuses offer_over, accepted_within_quota */
export async function chooseSlotWithLink(
  door: Door,
  token: string,
  { offerId, slotId }: { readonly offerId: string; readonly slotId: string },
): Promise<Outcome<null, LinkProblem>> {
  return inOneGo(door, 'offer_over', (web, now) => chooseSlotByLink(web, tokenDigest(token), offerId, slotId, now))
}

/** Whom the holder may ask, with what they show and what brings the two together, which is kept as it is shown. */
export async function showLinkChoices(
  { db, now }: Door,
  token: string,
  link: OpenedLink,
  profiles: LinkProfiles | null,
): Promise<Choice[]> {
  const known = await contactsOfLink(db, tokenDigest(token), now())
  const own = { ...link.participant, country: known?.country ?? null, ...(profiles?.own ?? noProfile) }
  const choices = link.choices.map((choice) => {
    const shown = profiles?.shown[choice.id] ?? nothingShown
    return { ...choice, shown, reasons: affinityOf(own, { ...choice, ...shown }, known?.contacts.get(choice.id)) }
  })
  await suggestionsByLink(db.web, tokenDigest(token), suggestionsOf(own, choices), now())
  return choices
}

/** What was shown to the company of the holder, each time it was something else. */
export function readLinkSuggestions({ db, now }: Door, token: string): Promise<SuggestionRun[]> {
  return suggestionsOfLink(db, tokenDigest(token), now())
}

/** What the holder reads of companies; null when the link does not open. */
export function readLinkProfiles({ db, now }: Door, token: string): Promise<LinkProfiles | null> {
  return profileOfLink(db, tokenDigest(token), now())
}

/** Writes what the holder's company says of itself. @refuses stale_edit */
export async function writeProfileWithLink(
  door: Door,
  token: string,
  version: number,
  profile: LinkProfileRow,
): Promise<Outcome<null, LinkProblem>> {
  return inOneGo(door, 'stale_edit', (web, now) => profileByLink(web, tokenDigest(token), version, profile, now))
}

/** The meetings of the holder that have begun, and what they said of them. */
export function readLinkMeetings({ db, now }: Door, token: string): Promise<LinkMeeting[]> {
  return meetingsOfLink(db, tokenDigest(token), now())
}

/** Says what became of one of them. @refuses stale_edit */
export async function tellWithLink(
  door: Door,
  token: string,
  { meetingId, version, ...draft }: OutcomeDraft & { readonly meetingId: string; readonly version: number },
): Promise<Outcome<null, LinkProblem>> {
  return inOneGo(door, 'stale_edit', (web, now) => tellByLink(web, tokenDigest(token), meetingId, settledDraft(draft), version, now))
}

class TooLate extends Error {}

/** One transaction, all or nothing; what it refuses comes back as a value. */
async function inOneGo(
  { db, now }: Door,
  tooLate: string,
  run: (web: Databases['web'], now: Instant) => Promise<boolean>,
): Promise<Outcome<null, LinkProblem>> {
  try {
    await db.web.transaction().execute(async (tx) => {
      if (!(await run(tx, now()))) throw new TooLate()
    })
    return ok(null)
  } catch (error) {
    if (error instanceof TooLate) return refused({ code: tooLate })
    const constraint = violatedConstraint(error)
    if (constraint) return refused({ code: constraint })
    throw error
  }
}
