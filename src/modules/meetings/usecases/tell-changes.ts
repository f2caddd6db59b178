import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { formatZoned } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import { letterLanguage } from '../domain/letter-language.ts'
import { type Attended, type PlanChange, touchedBy } from '../domain/plan-delta.ts'
import { type ToldEvent, type ToldPerson, listTold, listToldNames, loadToldEvent } from '../sql/told.ts'
import { planTexts } from '../texts/plan-texts.ts'

/** Tells each person whose day changed what changed in it, in their language, and nobody else: all letters in one transaction. */
export async function tellChanges(
  services: Pick<Services, 'publicUrl'>,
  owner: ClientBase,
  eventId: string,
  changes: readonly PlanChange[],
): Promise<void> {
  const event = await loadToldEvent(owner, eventId)
  if (!event) return
  const people = await listTold(owner, eventId, [...touchedBy(changes)])
  const things = new Map((await listToldNames(owner, eventId)).map((thing) => [thing.id, thing]))
  await owner.query('begin')
  try {
    for (const person of people) await queueMailFor(owner, services, person.keeperId, letterOf(person, event, changes, things))
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

type Things = ReadonlyMap<string, Awaited<ReturnType<typeof listToldNames>>[number]>

function letterOf(person: ToldPerson, { title }: ToldEvent, changes: readonly PlanChange[], things: Things) {
  const language = letterLanguage(person)
  const { letter } = planTexts[language]
  const isThere = (at: Attended | null) => at?.people.includes(person.id) === true
  const place = (at: Attended) => {
    const [slot, spot] = [things.get(at.slotId), things.get(at.spotId)]
    const when = slot?.startsAt && slot.timeZone ? formatZoned({ instant: slot.startsAt, zone: slot.timeZone }, language) : ''
    return letter.place(when, [spot?.name ?? '', spot?.address ?? ''].filter(Boolean).join(', '))
  }
  const facts = changes
    .filter(({ before, after }) => isThere(before) || isThere(after))
    .map(({ one, other, before, after }) => {
      const label = things.get(one === person.participantId ? other : one)?.name ?? ''
      const [was, is] = [before && isThere(before) ? place(before) : null, after && isThere(after) ? place(after) : null]
      return { label, value: letter.change(was, is) }
    })
  return {
    to: person.email,
    language,
    subject: letter.subject(pick(title, language).text, facts.length),
    paragraphs: [letter.greeting(`${person.givenName} ${person.familyName}`.trim()), letter.body],
    facts,
    closing: [letter.rest],
  }
}
