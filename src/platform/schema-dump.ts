import type pg from 'pg'

/**
 * The migrated schema as text, for review: what a table may hold and who may see it, in a stable order.
 * (pg_dump does not come with the embedded server, and its output carries versions and settings no reviewer reads.)
 */
export async function dumpSchema(client: pg.Client): Promise<string> {
  const parts: string[] = ['-- Generated from db/migrations by npm run db:dump. Read it; do not edit it.\n']
  const tables = await client.query<{ oid: number; name: string; kind: string; forced: boolean }>(`
    select c.oid, n.nspname || '.' || c.relname as name, c.relkind as kind, c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and n.nspname not like 'pg\\_%'
    order by 2`)
  for (const table of tables.rows) parts.push(table.kind === 'v' ? await dumpView(client, table) : await dumpTable(client, table))
  const functions = await client.query<{ text: string }>(`
    select pg_get_functiondef(p.oid) || E';\n-- owner ' || r.rolname || ', execute ' || coalesce((
        select string_agg(distinct case when a.grantee = 0 then 'public' else a.grantee::regrole::text end, ' ' order by case when a.grantee = 0 then 'public' else a.grantee::regrole::text end)
        from aclexplode(p.proacl) a where a.grantee <> p.proowner), case when p.proacl is null then 'public' else '-' end) as text
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
    where n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and n.nspname not like 'pg\\_%'
    order by p.oid::regprocedure::text`)
  const owner = (await client.query<{ name: string }>('select current_user as name')).rows[0]?.name ?? ''
  for (const row of functions.rows) parts.push(row.text.replace(`-- owner ${owner},`, '-- owner the migrations,'))
  return `${parts.join('\n\n')}\n`
}

async function dumpView(client: pg.Client, view: { oid: number; name: string }): Promise<string> {
  const found = await client.query<{ text: string; options: string[] | null }>(
    'select pg_get_viewdef(oid, true) as text, reloptions as options from pg_class where oid = $1',
    [view.oid],
  )
  const row = found.rows[0]
  return `create view ${view.name}${row?.options ? ` with (${row.options.join(', ')})` : ''} as\n${row?.text ?? ''}\n${await dumpGrants(client, view.oid)}`
}

async function dumpTable(client: pg.Client, table: { oid: number; name: string; forced: boolean }): Promise<string> {
  const columns = await client.query<{ text: string }>(
    `
    select format('  %s %s%s%s', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
      case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
           when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as text
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table.oid],
  )
  const constraints = await client.query<{ text: string }>(
    `select format('  constraint %s %s', quote_ident(conname), pg_get_constraintdef(oid, true)) as text from pg_constraint where conrelid = $1 and contype <> 'n' order by contype, conname`,
    [table.oid],
  )
  const indexes = await client.query<{ text: string }>(
    `
    select pg_get_indexdef(i.indexrelid) || ';' as text from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = $1 and not exists (select from pg_constraint where conindid = i.indexrelid and conrelid = $1) order by c.relname`,
    [table.oid],
  )
  const triggers = await client.query<{ text: string }>(
    `select pg_get_triggerdef(oid, true) || ';' as text from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname`,
    [table.oid],
  )
  const policies = await client.query<{ text: string }>(
    `
    select format('create policy %s for %s to %s%s%s;', polname, case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ') from unnest(polroles) r),
      coalesce(E'\\n  using ' || pg_get_expr(polqual, polrelid), ''), coalesce(E'\\n  with check ' || pg_get_expr(polwithcheck, polrelid), '')) as text
    from pg_policy where polrelid = $1 order by polname`,
    [table.oid],
  )
  const lines = [...columns.rows, ...constraints.rows].map((row) => row.text)
  const after = [...indexes.rows, ...triggers.rows, ...policies.rows].map((row) => row.text)
  return [
    `create table ${table.name} (\n${lines.join(',\n')}\n)${table.forced ? '' : ' /* no row-level security */'};`,
    ...after,
    await dumpGrants(client, table.oid),
  ].join('\n')
}

async function dumpGrants(client: pg.Client, table: number): Promise<string> {
  const grants = await client.query<{ text: string }>(
    `
    select format('-- %s: %s', a.grantee::regrole, string_agg(lower(a.privilege_type), ' ' order by a.privilege_type)) as text
    from pg_class c cross join lateral aclexplode(c.relacl) a where c.oid = $1 and a.grantee <> c.relowner and a.grantee <> 0 group by a.grantee order by 1`,
    [table],
  )
  return grants.rows.map((row) => row.text).join('\n')
}
