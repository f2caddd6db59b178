import type { Ctx } from '#platform/context.ts'
import { dateIn } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type PersonId, addPerson, affiliate, ensureOrganisation, loadPerson } from '#modules/directory/index.ts'
import type { MeetingEvent } from '../domain/event.ts'
import '../domain/outcome-events.ts'
import type { ShownContact } from '../domain/outcome.ts'
import { listSlots } from '../sql/setup.ts'
import * as sql from '../sql/outcomes.ts'
import { outcomeTexts } from '../texts/outcome-texts.ts'
import { type OutcomeProblem, openMeeting } from './tell-outcome.ts'

/**
 * Keeps in one's directory whom one met, with what they agreed to show: on the ground of their consent, of the day of the meeting. Somebody is kept once;
 * a card of that name with the same address, or with none, is taken for theirs and left as it is.
 * @refuses nobody_to_keep
 * @returns how many are kept from now on
 */
export async function keepContacts(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  meetingId: string,
): Promise<Outcome<number, OutcomeProblem>> {
  const { mission, event, meeting } = await openMeeting(ctx, missionId, eventId, meetingId)
  const contacts = (await sql.listShownContacts(ctx.tx, meeting.id)).filter(({ personId }) => personId === null)
  if (contacts.length === 0) return refused({ code: 'nobody_to_keep' })
  const zone = (await listSlots(ctx.tx, event.id)).find(({ id }) => id === meeting.slotId)?.timeZone ?? event.timeZone
  for (const contact of contacts) {
    const personId = await personFor(ctx, event, contact, dateIn(zone, meeting.startsAt))
    if (!personId.ok) return personId
    await ctx.journal.event('meeting_contacts.kept')
    const { representativeId } = contact
    await sql.insertKeptContact(ctx.tx, {
      missionId: mission.id,
      eventId: event.id,
      representativeId,
      personId: personId.value,
      keptAt: ctx.now,
    })
  }
  return ok(contacts.length)
}

async function personFor(
  ctx: Ctx,
  event: MeetingEvent,
  contact: ShownContact,
  metOn: LocalDate,
): Promise<Outcome<PersonId, OutcomeProblem>> {
  const { givenName, familyName, email, phone } = contact
  const words = outcomeTexts[ctx.actor.locale].contacts.source(pick(event.title, ctx.actor.locale).text)
  const draft = {
    givenName,
    familyName,
    honorific: null,
    originalScript: '',
    preferredLanguage: '',
    email: email ?? '',
    phone: phone ?? '',
    ground: { legalBasis: 'consent' as const, consentedOn: metOn, consentSource: words, lastContactOn: metOn },
  }
  let added = await addPerson(ctx, draft)
  if (!added.ok && 'known' in added.problem) {
    const known = await loadPerson(ctx.tx, added.problem.known)
    if (known && (known.email === null || known.email === email)) return ok(known.id)
    added = await addPerson(ctx, draft, { isAnother: true })
  }
  if (!added.ok) return refused({ code: added.problem.code === 'phone_malformed' ? 'phone_malformed' : 'unknown' })
  await affiliateTo(ctx, added.value, contact, metOn)
  return added
}

/** Their company, where its country is known and they told what they do there. */
async function affiliateTo(ctx: Ctx, personId: PersonId, { company, country, job }: ShownContact, startsOn: LocalDate): Promise<void> {
  if (country === null || job.trim() === '') return
  const organisation = await ensureOrganisation(ctx, { name: company, kind: 'company', country })
  if (organisation.ok)
    await affiliate(ctx, personId, organisation.value.id, { capacity: { [ctx.actor.locale]: job }, startsOn, endsOn: null })
}
