import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violatedConstraint } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { loadPerson } from '#modules/directory/index.ts'
import type { Somebody } from '#tests/world.ts'
import type { OutcomeDraft } from './domain/outcome.ts'
import { anEventInMiami, meetAtDesk } from './meetings.fixture.ts'
import { deleteMeetings } from './sql/plans.ts'
import { keepContacts } from './usecases/keep-contacts.ts'
import { readOutcome } from './usecases/read-outcome.ts'
import { tellOutcome, writeNote } from './usecases/tell-outcome.ts'

/** The lead brings one side, the city the other, whose person shows an address and not the telephone. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let [ours, theirs, meetingId] = ['', '', '']
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  ours = await world.bring(world.lead, 'Maison')
  theirs = await world.bring(world.city, 'Voisine')
  await world.read(world.city, (ctx) =>
    sql`update meetings.representative set consents = '{email}' where participant_id = ${theirs}`.execute(ctx.tx),
  )
  meetingId = await meetAtDesk(world, ours, theirs)
})
afterAll(() => world.close())

const held: OutcomeDraft = { state: 'held', nextStep: 'quote', nextStepOn: '2017-11-20' as LocalDate, nextStepWords: 'Tarifs' }
const tell = (who: Somebody, participantId: string, draft: OutcomeDraft = held, version = 0) =>
  world.as(who, (ctx) => tellOutcome(ctx, world.missionId, world.eventId, meetingId, { ...draft, participantId, version }))
const read = (who: Somebody) => world.read(who, (ctx) => readOutcome(ctx, world.missionId, world.eventId, meetingId))
const keep = (who: Somebody) => world.as(who, (ctx) => keepContacts(ctx, world.missionId, world.eventId, meetingId))
const note = (who: Somebody, body: string, version = 0) =>
  world.as(who, (ctx) => writeNote(ctx, world.missionId, world.eventId, meetingId, { body, version }))

describe('contacts', () => {
  test('show nothing, and are kept by nobody, before one’s own side says the meeting was held', async () => {
    expect((await read(world.lead)).contacts).toEqual([])
    expect(await keep(world.lead)).toMatchObject({ problem: { code: 'nobody_to_keep' } })
    valueOf(await tell(world.city, theirs))
    expect((await read(world.lead)).contacts).toEqual([])
    expect((await read(world.city)).contacts).toEqual([])
  })

  test('show what each agreed to show, and enter the directory once, on that ground', async () => {
    valueOf(await tell(world.lead, ours))
    const [contact] = (await read(world.lead)).contacts
    expect(contact).toMatchObject({ familyName: 'de Voisine', company: 'Voisine', email: 'ana@7.example.org', phone: null, personId: null })
    expect(await keep(world.lead)).toEqual({ ok: true, value: 1 })
    expect(await keep(world.lead)).toMatchObject({ problem: { code: 'nobody_to_keep' } })
    const [kept] = (await read(world.lead)).contacts
    const person = await world.read(world.lead, (ctx) => loadPerson(ctx.tx, kept?.personId ?? ''))
    expect(person).toMatchObject({ email: 'ana@7.example.org', phone: null, legalBasis: 'consent', consentedOn: '2017-11-06' })
    expect(person?.consentSource).toContain('Rendez-vous de Miami')
    expect(person?.affiliations.map(({ organisation }) => organisation.name)).toEqual(['Voisine'])
  })
})

describe('what became of it', () => {
  test('is told by each side for itself, and again on the version one reads', async () => {
    expect((await read(world.lead)).state).toBe('held')
    expect(await tell(world.lead, ours)).toMatchObject({ problem: { code: 'stale_edit' } })
    const none = { ...held, nextStep: 'none' as const }
    expect(await tell(world.lead, ours, none, 1)).toEqual({ ok: true, value: null })
    expect((await read(world.lead)).sides[0]?.outcome).toMatchObject({
      state: 'held',
      nextStep: 'none',
      nextStepOn: null,
      nextStepWords: '',
      version: 2,
    })
    expect(await tell(world.lead, ours, held, 1)).toMatchObject({ problem: { code: 'stale_edit' } })
    await expect(tell(world.city, ours, held, 2)).rejects.toThrow('may not')
    await expect(tell(world.stranger, ours, held, 2)).rejects.toThrow('nothing here')
    await expect(read(world.reader)).rejects.toThrow('may not')
  })

  test('keeps the meeting where it was, whatever the plan', async () => {
    expect(await stoppedBy(world.lead, sql`update meetings.meeting set is_locked = false where id = ${meetingId}`)).toBeNull()
    const dropped = world.read(world.lead, async (ctx) => {
      await sql`update meetings.meeting set is_locked = false where id = ${meetingId}`.execute(ctx.tx)
      return deleteMeetings(ctx.tx, [meetingId])
    })
    await expect(dropped).rejects.toThrow('a_meeting_with_an_outcome_stays')
  })
})

describe('a note', () => {
  test('is written again on the version one reads, and removed when it is emptied', async () => {
    expect(await note(world.lead, ' ')).toMatchObject({ problem: { code: 'a_note_says_something' } })
    expect(await note(world.lead, 'À suivre')).toEqual({ ok: true, value: null })
    expect(await note(world.lead, 'Autre')).toMatchObject({ problem: { code: 'stale_edit' } })
    expect(await note(world.lead, 'À suivre de près', 1)).toEqual({ ok: true, value: null })
    expect((await read(world.lead)).note).toMatchObject({ body: 'À suivre de près', version: 2 })
    expect(await note(world.city, 'Secret de la ville')).toEqual({ ok: true, value: null })
    expect(await note(world.city, '', 1)).toEqual({ ok: true, value: null })
    expect((await read(world.city)).note).toBeNull()
    expect(await note(world.city, 'Secret de la ville')).toEqual({ ok: true, value: null })
  })

  test('is read by the organisation that wrote it alone, nothing but the database in the way', async () => {
    const bodies = async (who: Somebody) => {
      const { rows } = await world.read(who, (ctx) => sql<{ body: string }>`select body from meetings.lead_note`.execute(ctx.tx))
      return rows.map(({ body }) => body)
    }
    expect(await bodies(world.lead)).toEqual(['À suivre de près'])
    expect(await bodies(world.city)).toEqual(['Secret de la ville'])
    expect(await bodies(world.stranger)).toEqual([])
    expect(JSON.stringify(await read(world.lead))).not.toContain('Secret')
    expect(JSON.stringify(await read(world.city))).not.toContain('de près')
    expect(await stoppedBy(world.city, sql`update meetings.lead_note set body = 'X' where body like 'À suivre%'`)).toBe('touches nothing')
  })

  test('nor is what one side says, or whom one keeps, read by the other', async () => {
    const seen = async (who: Somebody, table: string) => {
      const { rows } = await world.read(who, (ctx) => sql`select from ${sql.raw(`meetings.${table}`)}`.execute(ctx.tx))
      return rows.length
    }
    expect([await seen(world.lead, 'outcome'), await seen(world.city, 'outcome'), await seen(world.stranger, 'outcome')]).toEqual([2, 1, 0])
    expect([await seen(world.lead, 'kept_contact'), await seen(world.city, 'kept_contact')]).toEqual([1, 0])
  })
})

describe('what the database refuses by itself', () => {
  const outcome = (facts: { meeting?: string; side?: string; state?: string; step?: string; words?: string } = {}) => sql`
    insert into meetings.outcome (mission_id, event_id, meeting_id, participant_id, state, next_step, next_step_words, said_at, said_name)
      values (${world.missionId}, ${world.eventId}, ${facts.meeting ?? meetingId}, ${facts.side ?? ours}, ${facts.state ?? 'held'}, ${facts.step ?? 'quote'}, ${facts.words ?? ''}, now(), 'X')`
  const lead = (one: string, other: string, body = 'X') => sql`
    insert into meetings.lead_note (mission_id, event_id, one_id, other_id, body, written_name)
      values (${world.missionId}, ${world.eventId}, ${one}, ${other}, ${body}, 'X')`
  const pair = () => [ours, theirs].sort() as [string, string]

  test.each([
    ['each_side_tells_once', () => outcome()],
    ['a_side_tells_its_own_meeting', () => outcome({ side: crypto.randomUUID() })],
    ['a_side_tells_its_own_meeting', () => outcome({ meeting: crypto.randomUUID() })],
    ['state_is_known', () => outcome({ state: 'perhaps' })],
    ['next_step_is_known', () => outcome({ step: 'party' })],
    ['a_next_step_has_its_day_and_words', () => outcome({ step: 'none', words: 'X' })],
    ['a_next_step_is_short', () => outcome({ words: 'x'.repeat(301) })],
    ['one_note_about_two', () => lead(...pair())],
    ['two_are_in_one_order', () => lead(pair()[1], pair()[0])],
    ['a_note_says_something', () => lead(...pair(), ' ')],
    [
      'a_contact_is_kept_once',
      () => sql`insert into meetings.kept_contact (mission_id, event_id, representative_id, person_id, kept_at)
        select mission_id, event_id, representative_id, person_id, now() from meetings.kept_contact`,
    ],
  ])('%s', async (constraint, statement) => {
    expect(await stoppedBy(world.lead, statement())).toBe(constraint)
  })
})

async function stoppedBy(who: Somebody, statement: RawBuilder<unknown>): Promise<string | null> {
  try {
    const { numAffectedRows } = await world.read(who, (ctx) => statement.execute(ctx.tx))
    return numAffectedRows === 0n ? 'touches nothing' : null
  } catch (error) {
    return violatedConstraint(error)
  }
}
