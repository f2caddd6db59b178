import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Caller } from '#platform/context.ts'
import { violatedConstraint, withOwner } from '#platform/db.ts'
import { type ActId, actKinds, storedStates } from '../domain/act.ts'
import { aSubmittedAct, aVote, noMinutes, threeMissions, type World } from '../usecases/three-missions.fixture.ts'
import { recordVote } from '../usecases/record-vote.ts'
import { valueOf } from '#platform/pure/outcome.ts'

/** Every statement here is written by hand, as escale_web with an actor: no check of the application stands in the way. */
let world: World
let submitted: ActId
beforeAll(async () => {
  world = await threeMissions(inject('templateUrl'))
  submitted = await aSubmittedAct(world)
})
afterAll(() => world.close())

/** The name of the constraint, or the SQLSTATE, that stops some statements; null when nothing does. Nothing is kept. */
async function stoppedBy(who: Caller, ...statements: RawBuilder<unknown>[]): Promise<string | null> {
  try {
    await world.read(who, async (ctx) => {
      for (const statement of statements) await statement.execute(ctx.tx)
      throw new Error('nothing stopped it')
    })
  } catch (error) {
    return violatedConstraint(error) ?? (error as { code?: string }).code ?? null
  }
  return null
}

const set = (change: string, id: string = submitted) => sql`update acts.act set ${sql.raw(change)} where id = ${id}`
const counted =
  'vote_in_office = 58, vote_present = 50, vote_represented = 6, vote_for = 50, vote_against = 3, vote_abstained = 3, vote_not_voting = 0'
const adopted = (change = '') =>
  set(`state = 'voted', outcome = 'adopted', voted_on = '2019-02-08', ${counted}`.concat(change === '' ? '' : `, ${change}`))
const withCounts = (counts: string, outcome = 'adopted') =>
  set(`state = 'voted', outcome = '${outcome}', voted_on = '2019-02-08', ${counts}`)
const someFrame = `insert into acts.act (object, header) values ('{"fr": "Essai"}', '{}')`

describe('the code and the database name the same things', () => {
  test.each([
    ['state_is_known', [...storedStates]],
    ['kind_is_known', [...actKinds]],
    ['outcome_is_known', ['adopted', 'rejected']],
    ['language_is_known', ['fr', 'en']],
  ])('%s lists the values of the type', async (constraint, known) => {
    const listed = await withOwner(world.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1 and conrelid = 'acts.act'::regclass`,
        [constraint],
      )
      return [...String(rows[0]?.text).matchAll(/'([a-z_]+)'/g)].map(([, value]) => value)
    })

    expect(listed).toEqual(known)
  })
})

describe('what no vote may say', () => {
  test('a vote that says nothing wrong enters', async () => {
    expect(await stoppedBy(world.department, adopted())).toBeNull()
  })

  test.each<[string, () => RawBuilder<unknown>]>([
    ['state_is_known', () => set(`state = 'lost'`)],
    ['outcome_is_known', () => set(`state = 'voted', outcome = 'adjourned', voted_on = '2019-02-08', ${counted}`)],
    ['voted_has_an_outcome', () => set(`state = 'voted', ${counted}`)],
    ['voted_is_counted', () => set(`state = 'voted', outcome = 'adopted', voted_on = '2019-02-08'`)],
    ['voted_at_its_meeting_or_later', () => set(`state = 'voted', outcome = 'adopted', voted_on = '2019-02-07', ${counted}`)],
    ['votes_all_or_none', () => withCounts('vote_in_office = 58')],
    [
      'votes_are_counted',
      () => withCounts(counted.replace('vote_against = 3', 'vote_against = -3').replace('vote_abstained = 3', 'vote_abstained = 9')),
    ],
    ['voters_are_in_office', () => withCounts(counted.replace('vote_in_office = 58', 'vote_in_office = 55'))],
    [
      'one_proxy_per_voter',
      () =>
        withCounts(
          counted.replace('present = 50', 'present = 20').replace('represented = 6', 'represented = 36') + ', vote_is_second_call = true',
        ),
    ],
    ['every_voter_is_counted', () => withCounts(counted.replace('vote_not_voting = 0', 'vote_not_voting = 1'))],
    ['quorum_unless_called_again', () => withCounts(counted.replace('vote_in_office = 58', 'vote_in_office = 100'))],
    ['outcome_follows_the_votes', () => withCounts(counted, 'rejected')],
    [
      'outcome_follows_the_votes',
      () => withCounts(counted.replace('vote_for = 50', 'vote_for = 3').replace('vote_against = 3', 'vote_against = 50')),
    ],
    ['only_what_was_adopted_is_transmitted', () => set(`transmitted_on = '2019-02-12'`)],
    ['only_what_was_adopted_is_transmitted', () => adopted(`transmitted_on = '2019-02-07'`)],
    ['only_what_was_adopted_is_published', () => set(`published_on = '2019-02-12'`)],
    ['prefecture_has_its_shape', () => adopted(`prefecture_id = 'PREFECTURE'`)],
    ['subject_code_has_its_shape', () => adopted(`subject_code = 'V'`)],
    ['deferral_says_when', () => set(`state = 'adjourned'`)],
    ['deferral_says_why', () => set(`state = 'adjourned', deferred_on = '2019-02-08', deferral_reason = ' '`)],
    ['what_was_submitted_does_not_move', () => set(`reference = '999'`)],
    ['what_was_submitted_does_not_move', () => set(`header = header || '{"place": "Aix"}'`)],
    ['what_was_submitted_does_not_move', () => set('snapshot_id = null')],
    ['missions_of_a_submitted_act_do_not_move', () => sql`delete from acts.act_mission where act_id = ${submitted}`],
    ['missions_of_a_submitted_act_do_not_move', () => sql`update acts.act_mission set position = 9 where act_id = ${submitted}`],
  ])('%s', async (constraint, statement) => {
    expect(await stoppedBy(world.department, statement())).toBe(constraint)
  })

  test('a second call needs no quorum, and a tie is adopted by the voice of the chair unless the ballot is secret', async () => {
    const tie = counted
      .replace('vote_against = 3', 'vote_against = 28')
      .replace('vote_for = 50', 'vote_for = 28')
      .replace('vote_abstained = 3', 'vote_abstained = 0')

    expect(
      await stoppedBy(
        world.department,
        withCounts(`${counted.replace('vote_in_office = 58', 'vote_in_office = 100')}, vote_is_second_call = true`),
      ),
    ).toBeNull()
    expect(await stoppedBy(world.department, withCounts(tie))).toBeNull()
    expect(await stoppedBy(world.department, withCounts(`${tie}, vote_is_secret = true`))).toBe('outcome_follows_the_votes')
  })

  test('one number names one deliberation', async () => {
    const numbered = sql.raw(`insert into acts.act (object, header, deliberation_number) values ('{"fr": "Essai"}', '{}', 'CP-1')`)

    expect(await stoppedBy(world.department, numbered, numbered)).toBe('one_deliberation_per_number')
    expect(await stoppedBy(world.department, numbered)).toBeNull()
  })

  test('a mission is accounted for in one act at a time', async () => {
    const other = sql`with other as (insert into acts.act (object, header) values ('{"fr": "Autre"}', '{}') returning id)
      insert into acts.act_mission (act_id, mission_id, position) select id, ${world.missions[0]}, 0 from other`

    // The trigger does not see an act written by the same statement: it is written first.
    const id = crypto.randomUUID()
    const first = sql`insert into acts.act (id, object, header) values (${id}, '{"fr": "Autre"}', '{}')`
    const second = sql`insert into acts.act_mission (act_id, mission_id, position) values (${id}, ${world.missions[0]}, 0)`
    expect(await stoppedBy(world.department, first, second)).toBe('a_mission_has_one_act_at_a_time')
    expect(await stoppedBy(world.department, other)).toBe('a_mission_has_one_act_at_a_time')
  })
})

describe('what was given to the assembly', () => {
  test('is written once', async () => {
    for (const statement of [sql`update acts.snapshot set content = 'autre'`, sql`delete from acts.snapshot`]) {
      expect(await stoppedBy(world.department, statement)).toBe('42501')
    }
    const asOwner = (statement: string) => withOwner(world.ownerUrl, (owner) => owner.query(statement).then(() => null, violatedConstraint))
    expect(await asOwner(`update acts.snapshot set content = 'autre'`)).toBe('snapshot_is_written_once')
    expect(await asOwner('delete from acts.snapshot')).toBe('snapshot_is_written_once')
  })

  test('has the digest of its content, and belongs to its act', async () => {
    const digest = createHash('sha256').update('autre').digest()
    const id = crypto.randomUUID()
    const write = (content: string) =>
      sql`insert into acts.snapshot (id, act_id, content, digest) values (${id}, ${submitted}, ${content}, ${digest})`
    const draft = crypto.randomUUID()
    const another = sql`insert into acts.act (id, object, header) values (${draft}, '{"fr": "Essai"}', '{}')`
    const borrow = sql`update acts.act set snapshot_id = ${id} where id = ${draft}`

    expect(await stoppedBy(world.department, write('altered'))).toBe('digest_is_that_of_the_content')
    expect(await stoppedBy(world.department, write('autre'))).toBeNull()
    expect(await stoppedBy(world.department, write('autre'), another, borrow)).toBe('an_act_keeps_its_own_snapshot')
  })

  test('is what a submitted act cannot do without', async () => {
    const id = crypto.randomUUID()
    const complete = sql`insert into acts.act (id, object, header, meeting_on, reference, state, submitted_at)
      values (${id}, '{"fr": "Essai"}', '{}', '2019-02-08', '1', 'submitted', now())`

    expect(await stoppedBy(world.department, complete)).toBe('submitted_keeps_its_snapshot')
  })
})

describe('what stays in the house', () => {
  const count = (who: Caller, table: string) =>
    world.read(who, async (ctx) => (await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(table)}`.execute(ctx.tx)).rows[0]?.n)

  test.each(['acts.act', 'acts.act_mission', 'acts.snapshot', 'acts.template'])('%s is read by its authority only', async (table) => {
    await withOwner(world.ownerUrl, (owner) =>
      owner.query(
        `insert into acts.template (organisation_id, kind, section, body) values ($1, 'report', 'opening.body', '{"fr": "Secret"}') on conflict do nothing`,
        [world.departmentId],
      ),
    )

    expect(await count(world.department, table)).toBeGreaterThan(0)
    expect(await count(world.port, table)).toBe(0)
    expect(await count(world.stranger, table)).toBe(0)
  })

  test('another organisation changes nothing, and naming a foreign act is like naming none', async () => {
    const hijack = (actId: string) =>
      sql`insert into acts.act_mission (act_id, mission_id, position) values (${actId}, ${world.missions[1]}, 0)`
    const forge = sql`insert into acts.act (organisation_id, object, header) values (${world.departmentId}, '{"fr": "Faux"}', '{}')`
    const reference = await world.read(world.department, (ctx) =>
      ctx.tx.selectFrom('acts.act').select('reference').where('id', '=', submitted).execute(),
    )

    await world.read(world.port, async (ctx) => set(`deliberation_number = 'volée'`).execute(ctx.tx))

    expect(await stoppedBy(world.port, hijack(submitted))).toBe(await stoppedBy(world.port, hijack(crypto.randomUUID())))
    expect(await stoppedBy(world.port, forge)).toBe('42501')
    expect(
      await world.read(world.department, (ctx) =>
        ctx.tx.selectFrom('acts.act').select('reference').where('id', '=', submitted).where('deliberationNumber', 'is', null).execute(),
      ),
    ).toEqual(reference)
  })

  test('an act is opened without saying for whom: it is for whom one acts', async () => {
    expect(await stoppedBy(world.department, sql.raw(someFrame))).toBeNull()
    expect(
      await stoppedBy(
        world.reader,
        sql.raw(`${someFrame} returning 1 / (case when organisation_id = app.actor_organisation() then 1 else 0 end)`),
      ),
    ).toBeNull()
  })
})

// Last: what is voted stays.
describe('a voted act', () => {
  test.each([
    ['what_was_voted_does_not_move', 'vote_for = 49, vote_against = 4'],
    ['what_was_voted_does_not_move', `outcome = 'rejected', vote_for = 3, vote_against = 50`],
    ['what_was_voted_does_not_move', `state = 'submitted', outcome = null, voted_on = null`],
    ['what_was_voted_does_not_move', `voted_on = '2019-02-09'`],
    ['what_was_voted_does_not_move', `secretary = '{}'`],
    ['what_was_submitted_does_not_move', `object = '{"fr": "Autre"}'`],
    ['what_was_submitted_does_not_move', `fiscal_year = 2019`],
    ['what_was_submitted_does_not_move', `meeting_on = '2019-02-01'`],
  ])('%s when one writes %s', async (constraint, change) => {
    if (await isNotVotedYet()) valueOf(await world.as(world.assembly, (ctx) => recordVote(ctx, submitted, aVote(), noMinutes)))

    expect(await stoppedBy(world.department, set(change))).toBe(constraint)
  })

  test('stays withdrawn once withdrawn', async () => {
    const id = crypto.randomUUID()
    const withdrawn = sql`insert into acts.act (id, object, header, state, deferred_on, deferral_reason) values (${id}, '{"fr": "Essai"}', '{}', 'withdrawn', '2019-02-08', 'Doublon')`

    expect(await stoppedBy(world.department, withdrawn, set(`state = 'draft', deferred_on = null, deferral_reason = null`, id))).toBe(
      'a_withdrawn_act_stays_so',
    )
  })

  async function isNotVotedYet(): Promise<boolean> {
    const row = await world.read(world.department, (ctx) =>
      ctx.tx.selectFrom('acts.act').select('state').where('id', '=', submitted).executeTakeFirstOrThrow(),
    )
    return row.state !== 'voted'
  }
})
