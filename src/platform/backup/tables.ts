import type { ClientBase } from 'pg'
import { assert } from '../pure/outcome.ts'

export type BackedUpTable = {
  /** 'missions.mission', quoted where SQL needs it. */
  readonly name: string
  /** Columns that hold something of their own: generated ones are computed again. Quoted. */
  readonly columns: readonly string[]
  /** Puts rows in the same order in every database. */
  readonly order: string
  /** References to other tables that are checked row by row, not at the end of the transaction. */
  readonly needs: readonly { readonly table: string; readonly constraint: string }[]
  /** Filled by migrations, the same everywhere: replaced, not refused, when a backup is restored. */
  readonly isReference: boolean
  /** Row-level security applies to its owner too. */
  readonly isForced: boolean
}

/** Every table of ours, in alphabetical order. Those of the job queue are not: its jobs are copied apart. */
export async function listTables(owner: ClientBase): Promise<BackedUpTable[]> {
  await refuseHiddenRows(owner)
  const sequences = await owner.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${ours}`,
  )
  assert(sequences.rowCount === 0, 'no table of ours counts with a sequence: a backup would lose its position')
  const { rows } = await owner.query<BackedUpTable>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as order,
      coalesce((select jsonb_agg(jsonb_build_object('table', format('%I.%I', tn.nspname, t.relname), 'constraint', quote_ident(k.conname)))
        from pg_constraint k join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and not k.condeferrable and k.confrelid <> c.oid), '[]') as needs,
      not c.relforcerowsecurity and n.nspname <> 'auth' as "isReference", c.relforcerowsecurity as "isForced"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours}
    order by (n.nspname || '.' || c.relname) collate "C"`)
  for (const table of rows) assert(table.order, `${table.name} has a primary key: a backup needs an order of its rows`)
  return rows
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and n.nspname not like 'pg\\_%'`

/** Row-level security must hide nothing from the one who makes the backup: a superuser, or a member of escale_keeper. */
async function refuseHiddenRows(owner: ClientBase): Promise<void> {
  const hidden = await owner.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relrowsecurity and ${ours}
      and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
      and not (pg_has_role(current_user, 'escale_keeper', 'usage') and exists (select from pg_policy where polrelid = c.oid and polname = 'keeper_sees_all'))`)
  if (hidden.rows[0])
    throw new Error(`a backup would miss rows of ${hidden.rows[0].name}: connect as the owner of the schema, a member of escale_keeper`)
}

export type FillingOrder = {
  readonly tables: readonly BackedUpTable[]
  /** Where tables need each other, the references that have to wait until both are filled. */
  readonly toDefer: readonly { readonly table: string; readonly constraint: string }[]
}

/** The order in which tables can be filled: each after those it needs. */
export function inOrderOfNeed(tables: readonly BackedUpTable[]): FillingOrder {
  const placed: BackedUpTable[] = []
  const toDefer: { table: string; constraint: string }[] = []
  const unmet = (table: BackedUpTable) => table.needs.filter((need) => !placed.some((other) => other.name === need.table))
  while (placed.length < tables.length) {
    const waiting = tables.filter((table) => !placed.includes(table)).sort((a, b) => unmet(a).length - unmet(b).length)
    const next = waiting[0]
    assert(next, 'some table is still waiting')
    toDefer.push(...unmet(next).map(({ constraint }) => ({ table: next.name, constraint })))
    placed.push(next)
  }
  return { tables: placed, toDefer }
}

/** Makes every value come out as the same text, whatever the settings of the server. */
export async function fixTextForms(owner: ClientBase): Promise<void> {
  await owner.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex'`,
  )
}

export function copyOutText(table: BackedUpTable): string {
  return `copy (select ${table.columns.join(', ')} from ${table.name} order by ${table.order}) to stdout`
}

export function copyInText(table: BackedUpTable): string {
  return `copy ${table.name} (${table.columns.join(', ')}) from stdin`
}
