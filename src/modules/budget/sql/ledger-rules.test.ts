import * as fc from 'fast-check'
import type { Insertable } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { BudgetExpense } from '#db/types.ts'
import { act, type Caller, readAs } from '#platform/context.ts'
import { violatedConstraint, withOwner } from '#platform/db.ts'
import { asId } from '#platform/pure/ids.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { MissionId } from '#modules/missions/index.ts'
import { aWorkspace, openTestPlatform, type TestOrganisation, type TestPlatform } from '#tests/servers/platform.ts'
import { benefitKinds, type Category, categories, type ExpenseId, type NewLine } from '../domain/expense.ts'
import { totalsOf } from '../domain/totals.ts'
import { listExpenses, loadExpense } from './expenses.ts'
import { sumLedger } from './ledger-sums.ts'
import { listSimilar, listSuppliers } from './related-expenses.ts'
import { insertExpenses } from './write-expenses.ts'

let platform: TestPlatform
let department: TestOrganisation
let port: TestOrganisation
let stranger: TestOrganisation
let missionId: MissionId

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  department = await aWorkspace(platform, 'Département')
  port = await aWorkspace(platform, 'Port')
  stranger = await aWorkspace(platform, 'Ville voisine')
})

beforeEach(async () => {
  missionId = await aSharedMission()
})

afterAll(() => platform.close())

async function aSharedMission(): Promise<MissionId> {
  const id = asId<'mission'>(crypto.randomUUID())
  await owner(
    `insert into missions.mission (id, lead_organisation_id, title) values ($1, $2, '{"fr": "Miami"}')`,
    id,
    department.organisationId,
  )
  await owner(
    `insert into missions.partner (mission_id, organisation_id, role) values ($1, $2, 'lead'), ($1, $3, 'partner')`,
    id,
    department.organisationId,
    port.organisationId,
  )
  return id
}

/** A statement of the owner of the schema: beyond row-level security and every application check. */
async function owner(statement: string, ...values: unknown[]): Promise<string | null> {
  return withOwner(platform.ownerUrl, async (client) => {
    try {
      await client.query(statement, values)
      return null
    } catch (error) {
      const constraint = violatedConstraint(error)
      if (constraint) return constraint
      throw error
    }
  })
}

function aRow(change: Partial<Insertable<BudgetExpense>> = {}): Insertable<BudgetExpense> {
  return {
    missionId,
    spentOn: '2017-11-06',
    supplier: 'Hôtel',
    category: 'lodging',
    amountCents: 100n,
    currency: 'EUR',
    baseCents: 100n,
    baseCurrency: 'EUR',
    ...change,
  }
}

/** Raw insertion as the web role with an actor set: no use-case, no decision. Answers the id, or the constraint that refused. */
async function insertRaw(caller: Caller, change?: Partial<Insertable<BudgetExpense>>): Promise<string> {
  const outcome = await act(platform.services, caller, async (ctx) => {
    const row = await ctx.tx.insertInto('budget.expense').values(aRow(change)).returning('id').executeTakeFirstOrThrow()
    return ok(row.id)
  })
  return outcome.ok ? outcome.value : outcome.problem.code
}

const mirrored = (id: string, change: Partial<Insertable<BudgetExpense>> = {}) => ({
  amountCents: -100n,
  baseCents: -100n,
  reversesId: id,
  reason: 'Erreur',
  ...change,
})
const foreign = { currency: 'USD', amountCents: 118n, rate: '1.18', rateOn: '2017-11-06', rateSource: 'BCE', rateFrom: 'EUR' }

describe('the code and the database name the same things', () => {
  test.each([
    ['category_is_known', 'category', [...categories]],
    ['benefits_is_known', 'benefits', [...benefitKinds]],
  ])('%s lists the values of the type', async (constraint, _column, known) => {
    const listed = await withOwner(platform.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1 and conrelid = 'budget.expense'::regclass`,
        [constraint],
      )
      return [...String(rows[0]?.text).matchAll(/'([a-z_]+)'/g)].map(([, value]) => value)
    })

    expect(listed).toEqual(known)
  })
})

describe('the database refuses, whoever asks', () => {
  test.each<[string, Partial<Insertable<BudgetExpense>>]>([
    ['category_is_known', { category: 'taxi' }],
    ['benefits_is_known', { benefits: 'nobody' }],
    ['amount_is_not_zero', { amountCents: 0n, baseCents: 0n }],
    ['amounts_go_the_same_way', { ...foreign, baseCents: -100n }],
    ['amount_is_plausible', { amountCents: 10n ** 15n, baseCents: 10n ** 15n }],
    ['currencies_are_iso_4217', { currency: 'eur', baseCurrency: 'eur' }],
    ['same_currency_needs_no_rate', { baseCents: 99n }],
    ['same_currency_needs_no_rate', { ...foreign, currency: 'EUR', amountCents: 100n }],
    ['foreign_currency_keeps_its_rate', { currency: 'USD' }],
    ['foreign_currency_keeps_its_rate', { ...foreign, rate: '0' }],
    ['foreign_currency_keeps_its_rate', { ...foreign, rateOn: null }],
    ['foreign_currency_keeps_its_rate', { ...foreign, rateSource: ' ' }],
    ['rate_starts_from_one_of_the_two', { ...foreign, rateFrom: 'GBP' }],
    ['rate_starts_from_one_of_the_two', { ...foreign, rateFrom: null }],
    ['supplier_is_not_empty', { supplier: ' ' }],
    ['beneficiary_when_a_partner', { benefits: 'partner' }],
    ['reversal_gives_a_reason', { reason: 'Sans objet' }],
  ])('%s', async (constraint, change) => {
    expect(await insertRaw(department.caller, change)).toBe(constraint)
  })

  test('a reversal that differs from its line in anything one may filter or share by', async () => {
    const id = await insertRaw(department.caller, { ...foreign, isShared: true })
    const mirror = mirrored(id, { ...foreign, amountCents: -118n, isShared: true })

    for (const change of [
      { amountCents: -117n },
      { baseCents: -99n },
      { category: 'meals' },
      { spentOn: '2017-11-07' },
      { isShared: false },
      { rate: '1.19' },
      { rateFrom: 'USD' },
      { rateSource: 'ailleurs' },
      { benefits: 'all_partners' },
      { missionId: await aSharedMission() },
    ]) {
      expect([change, await insertRaw(department.caller, { ...mirror, ...change })]).toEqual([change, 'a_reversal_mirrors_its_expense'])
    }
    expect(await insertRaw(department.caller, { ...mirror, reason: ' ' })).toBe('reason_is_not_empty')
    expect(await insertRaw(department.caller, mirror)).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a second reversal, and the reversal of a reversal', async () => {
    const id = await insertRaw(department.caller)
    const reversal = await insertRaw(department.caller, mirrored(id))

    expect(await insertRaw(department.caller, mirrored(id))).toBe('an_expense_is_reversed_once')
    expect(await insertRaw(department.caller, { reversesId: reversal, reason: 'Erreur' })).toBe('a_reversal_mirrors_its_expense')
  })

  test('the reversal of another partner’s line, the same as of no line at all', async () => {
    const id = await insertRaw(department.caller, { isShared: true })

    expect(await insertRaw(port.caller, mirrored(id, { isShared: true }))).toBe('a_reversal_mirrors_its_expense')
    expect(await insertRaw(port.caller, mirrored(crypto.randomUUID()))).toBe('a_reversal_mirrors_its_expense')
  })

  test('a correction of a line that still stands, of someone else’s line, or twice of the same', async () => {
    const id = await insertRaw(department.caller)
    expect(await insertRaw(department.caller, { correctsId: id })).toBe('a_correction_follows_a_reversal')
    await insertRaw(department.caller, mirrored(id))

    expect(await insertRaw(port.caller, { correctsId: id })).toBe('a_correction_follows_a_reversal')
    expect(await insertRaw(department.caller, mirrored(id, { correctsId: id }))).toBe('a_reversal_corrects_nothing')
    await insertRaw(department.caller, { correctsId: id })
    expect(await insertRaw(department.caller, { correctsId: id })).toBe('an_expense_is_corrected_once')
  })

  test('two base currencies in one ledger, while another partner may keep its own', async () => {
    await insertRaw(department.caller)

    expect(await insertRaw(department.caller, { currency: 'TND', baseCurrency: 'TND' })).toBe('a_ledger_keeps_one_base_currency')
    expect(await insertRaw(port.caller, { currency: 'TND', baseCurrency: 'TND' })).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('the same external key twice in one ledger', async () => {
    await insertRaw(department.caller, { externalKey: 'M-17' })

    expect(await insertRaw(department.caller, { externalKey: 'M-17' })).toBe('one_expense_per_external_key')
    expect(await insertRaw(port.caller, { externalKey: 'M-17' })).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a beneficiary that takes no part, and a receipt of someone else', async () => {
    const file = crypto.randomUUID()
    await owner(
      `insert into app.file (id, organisation_id, sha256, size_bytes, media_type, name) values ($1, $2, sha256(''), 1, 'text/plain', 'a')`,
      file,
      port.organisationId,
    )

    expect(await insertRaw(department.caller, { benefits: 'partner', beneficiaryId: stranger.organisationId })).toBe(
      'a_beneficiary_is_a_partner',
    )
    expect(await insertRaw(department.caller, { receiptId: file })).toBe('a_receipt_belongs_to_its_payer')
    expect(await insertRaw(department.caller, { receiptId: crypto.randomUUID() })).toBe('a_receipt_belongs_to_its_payer')
  })

  test('a line once the accounts are closed, even of the owner of the database', async () => {
    await owner(
      `update missions.partner set accounts_closed_on = '2018-01-31' where mission_id = $1 and organisation_id = $2`,
      missionId,
      department.organisationId,
    )

    expect(await insertRaw(department.caller)).toBe('closed_accounts_take_no_expense')
    const byOwner = `insert into budget.expense (mission_id, organisation_id, spent_on, supplier, category, amount_cents, currency, base_cents, base_currency)
      values ($1, $2, '2017-11-06', 'Hôtel', 'lodging', 100, 'EUR', 100, 'EUR')`
    expect(await owner(byOwner, missionId, department.organisationId)).toBe('closed_accounts_take_no_expense')
    expect(await insertRaw(port.caller)).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a line recorded while the accounts are being closed: it waits, then is refused', async () => {
    const closing = `update missions.partner set accounts_closed_on = '2018-01-31' where mission_id = $1 and organisation_id = $2`
    const late = await withOwner(platform.ownerUrl, async (client) => {
      await client.query('begin')
      await client.query(closing, [missionId, department.organisationId])
      const recording = insertRaw(department.caller)
      await untilSomeoneWaits(client)
      await client.query('commit')
      return recording
    })

    expect(late).toBe('closed_accounts_take_no_expense')
  })

  test('any change or removal of a written line, for the web role and for the owner alike', async () => {
    const id = await insertRaw(department.caller)
    const attempt = (statement: 'update' | 'delete') =>
      act(platform.services, department.caller, async ({ tx }) => {
        if (statement === 'update') await tx.updateTable('budget.expense').set({ supplier: 'Autre' }).where('id', '=', id).execute()
        else await tx.deleteFrom('budget.expense').where('id', '=', id).execute()
        return ok(null)
      })

    await expect(attempt('update')).rejects.toThrow('permission denied for table expense')
    await expect(attempt('delete')).rejects.toThrow('permission denied for table expense')
    expect(await owner('update budget.expense set base_cents = 1 where id = $1', id)).toBe('expense_is_append_only')
    expect(await owner('delete from budget.expense where id = $1', id)).toBe('expense_is_append_only')
    expect(await owner('truncate budget.expense cascade')).toBe('expense_is_append_only')
  })
})

async function untilSomeoneWaits(client: { query(text: string): Promise<{ rowCount: number | null }> }): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while (!(await client.query(waiting)).rowCount) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('nobody reads another’s private money', () => {
  test('a partner sees a shared line and not a private one, in lists, sums, suggestions, the published view and by id', async () => {
    const secret = await insertRaw(department.caller, { supplier: 'Cabinet discret', baseCents: 77n, amountCents: 77n })
    const shared = await insertRaw(department.caller, { supplier: 'Traiteur du Département', isShared: true })

    await readAs(platform.services, port.caller, async ({ tx, actor }) => {
      expect((await listExpenses(tx, missionId)).map((line) => [line.id, line.running.cents])).toEqual([[shared, 100n]])
      expect(
        (await sumLedger(tx, [missionId])).map(({ total, lineCount, expenseCount }) => [total.cents, lineCount, expenseCount]),
      ).toEqual([[100n, 1, 1]])
      expect(await loadExpense(tx, secret)).toBeNull()
      expect(await listSuppliers(tx, department.organisationId)).not.toContain('Cabinet discret')
      expect(await listSuppliers(tx, actor.organisationId)).not.toContain('Traiteur du Département')
      expect(
        (await tx.selectFrom('budget.pubExpense').select('id').where('missionId', '=', missionId).execute()).map((row) => row.id),
      ).toEqual([shared])
    })
  })

  test('the reversal of a private line stays as private as the line', async () => {
    const secret = await insertRaw(department.caller)
    await insertRaw(department.caller, mirrored(secret))
    const shared = await insertRaw(department.caller, { isShared: true })
    await insertRaw(department.caller, mirrored(shared, { isShared: true }))

    const seen = await readAs(platform.services, port.caller, ({ tx }) => sumLedger(tx, [missionId]))
    expect(seen.map(({ total, lineCount }) => [total.cents, lineCount])).toEqual([[0n, 2]])
  })

  test('a shared line does not tell its partners its receipt', async () => {
    const file = crypto.randomUUID()
    await owner(
      `insert into app.file (id, organisation_id, sha256, size_bytes, media_type, name) values ($1, $2, sha256(''), 1, 'text/plain', 'a')`,
      file,
      department.organisationId,
    )
    const id = await insertRaw(department.caller, { isShared: true, receiptId: file })

    const read = (caller: Caller) => readAs(platform.services, caller, ({ tx }) => loadExpense(tx, id))
    expect(await read(department.caller)).toMatchObject({ receiptId: file })
    expect(await read(port.caller)).toMatchObject({ receiptId: null })
  })

  test('an organisation outside the mission, and a partner that left, see nothing of it', async () => {
    await insertRaw(department.caller, { isShared: true })
    await owner(
      `update missions.partner set left_at = now() where mission_id = $1 and organisation_id = $2`,
      missionId,
      port.organisationId,
    )

    for (const caller of [stranger.caller, port.caller]) {
      await readAs(platform.services, caller, async ({ tx }) => {
        expect(await listExpenses(tx, missionId)).toEqual([])
        expect(await sumLedger(tx, [missionId])).toEqual([])
      })
    }
  })

  test('nobody writes in another’s ledger, nor in a mission it takes no part in', async () => {
    await expect(insertRaw(port.caller, { organisationId: department.organisationId })).rejects.toThrow('row-level security')
    await expect(insertRaw(stranger.caller)).rejects.toThrow('row-level security')
  })

  test('similar lines are looked for in one’s own ledger', async () => {
    const mine = await insertRaw(department.caller)
    await insertRaw(port.caller, { isShared: true })
    await insertRaw(department.caller, { amountCents: 101n, baseCents: 101n })

    const probe = {
      id: asId<'expense'>(crypto.randomUUID()),
      missionId,
      organisationId: department.organisationId,
      spentOn: asLocalDate('2017-11-06'),
      amount: money(100n, 'EUR'),
    }
    const similar = await readAs(platform.services, department.caller, ({ tx }) => listSimilar(tx, probe))
    expect(similar.map((line) => line.id)).toEqual([mine])
  })
})

type Drawn = {
  readonly isPort: boolean
  readonly category: Category
  readonly cents: bigint
  readonly isReversed: boolean
  readonly isShared: boolean
}

const drawnLines = fc.array(
  fc.record({
    isPort: fc.boolean(),
    category: fc.constantFrom(...categories),
    cents: fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }).filter((cents) => cents !== 0n),
    isReversed: fc.boolean(),
    isShared: fc.boolean(),
  }),
  { maxLength: 30 },
)

test('the sums of the database are those of the lines one may read: categories and partners add up to the total', async () => {
  await fc.assert(
    fc.asyncProperty(drawnLines, async (drawn) => {
      const id = await aSharedMission()
      await writeLedger(
        id,
        department.caller,
        drawn.filter((line) => !line.isPort),
      )
      await writeLedger(
        id,
        port.caller,
        drawn.filter((line) => line.isPort),
      )

      await readAs(platform.services, port.caller, async ({ tx }) => {
        const sums = await sumLedger(tx, [id])
        const lines = await listExpenses(tx, id)
        const [totals] = totalsOf(lines)
        const visible = drawn.filter((line) => (line.isPort || line.isShared) && !line.isReversed)
        const sum = (parts: readonly { total: { cents: bigint } }[]) => parts.reduce((cents, { total }) => cents + total.cents, 0n)
        expect(sum(sums)).toBe(visible.reduce((cents, line) => cents + line.cents, 0n))
        expect(sum(sums)).toBe(totals?.total.cents ?? 0n)
        expect(sum(sums)).toBe(lines.at(-1)?.running.cents ?? 0n)
        for (const { category, total } of totals?.byCategory ?? [])
          expect(sum(sums.filter((own) => own.category === category))).toBe(total.cents)
        for (const { organisationId, total } of totals?.byPartner ?? [])
          expect(sum(sums.filter((own) => own.organisationId === organisationId))).toBe(total.cents)
        expect(sums.reduce((count, own) => count + own.expenseCount, 0)).toBe(visible.length)
      })
    }),
    { numRuns: 15 },
  )
})

async function writeLedger(id: MissionId, caller: Caller, drawn: readonly Drawn[]): Promise<void> {
  const lines = drawn.map((line) => lineOf(id, line))
  const ids = valueOf(await act(platform.services, caller, async ({ tx }) => ok(await insertExpenses(tx, lines))))
  const reversals = drawn.flatMap((line, index) => (line.isReversed ? [reversalOf(lineOf(id, line), ids[index])] : []))
  valueOf(await act(platform.services, caller, async ({ tx }) => ok(await insertExpenses(tx, reversals))))
}

function lineOf(id: MissionId, { category, cents, isShared }: Drawn): NewLine {
  return {
    missionId: id,
    spentOn: asLocalDate('2017-11-06'),
    supplier: 'Hôtel',
    label: '',
    category,
    amount: money(cents, 'EUR'),
    base: money(cents, 'EUR'),
    conversion: null,
    benefits: { kind: 'delegation' },
    receiptId: null,
    externalKey: null,
    reversesId: null,
    correctsId: null,
    reason: null,
    isShared,
  }
}

function reversalOf(line: NewLine, reversesId: ExpenseId | undefined): NewLine {
  const opposite = money(-line.base.cents, 'EUR')
  return { ...line, amount: opposite, base: opposite, reversesId: reversesId ?? null, reason: 'Erreur' }
}
