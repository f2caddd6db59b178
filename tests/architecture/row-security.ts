import type { ClientBase } from 'pg'

/** Tables without row-level security, each with the reason. A test checks that the reason holds. */
export const openTables: Readonly<Record<string, string>> = {
  'agreements.state_ground': 'reference data',
  'relations.network': 'reference data',
  'auth.user': 'sign-in',
  'auth.session': 'sign-in',
  'auth.account': 'sign-in',
  'auth.verification': 'sign-in',
  'auth.twoFactor': 'sign-in',
  'auth.passkey': 'sign-in',
  'auth.rate_limit': 'sign-in',
  'directory.city': 'reference data',
  'directory.retention_rule': 'reference data',
  'departure.adequacy': 'reference data',
  'departure.country_rule': 'reference data',
  'departure.requirement_kind': 'reference data',
  'programme.holiday': 'reference data',
  'meetings.survey_question': 'reference data',
  'visits.proposed_threshold': 'reference data',
  'visits.proposed_title': 'reference data',
  'visits.rank': 'reference data',
  'visits.rank_place': 'reference data',
  'registration.retention_rule': 'reference data',
  'public.applied_migration': 'migrations',
}

/** Views that do not run under the policies of their reader. */
export const ownViews: Readonly<Record<string, string>> = {
  'identity.account_card':
    'joins accounts, which no request may read, to the members of the acting organisation: it holds that condition itself, behind a security barrier',
  'meetings.received_request':
    'tells whoever keeps a participant who asks for it and why, without how much they wish it: it holds that condition itself, behind a security barrier',
  'meetings.shown_profile':
    'tells partners of what a company says of itself the fields it agreed to show: it holds that condition itself, behind a security barrier',
  'missions.own_seat':
    'counts what the acting organisation’s list shows of the missions it takes part in: it holds that condition itself, behind a security barrier',
  'missions.received_invitation':
    'tells an invited organisation what a letter would, of a mission it does not see yet: it holds that condition itself, behind a security barrier',
  'registration.place_count':
    'counts who travels and who waits in the missions the acting organisation takes part in, a fact of the room: it holds that condition itself, behind a security barrier',
}

/** Functions that run with more rights than their caller and do not belong to escale_keeper. */
export const ownersFunctions: Readonly<Record<string, string>> = {
  'app.enqueue': 'only the owner may write to the queue, whose schema belongs to graphile-worker',
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'`
const notOfAnExtension = (oid: string) => `not exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`

/** Tables whose rows are not fenced: row-level security off, or not forced on their owner. */
export async function unfencedTables(database: ClientBase): Promise<string[]> {
  return names(
    database,
    `
    select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and ${notOfAnExtension('c.oid')} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
}

/** What a request may do with a table: any of select, insert, update, delete. */
export async function rightsOfRequests(database: ClientBase, table: string): Promise<string[]> {
  const [schema, name] = table.split('.')
  return names(
    database,
    `
    select verb as name from unnest(array['select', 'insert', 'update', 'delete']) verb
    where has_table_privilege('escale_web', format('%I.%I', $1::text, $2::text)::regclass, verb)`,
    [schema, name],
  )
}

/** Views that would show their reader rows its own policies hide. */
export async function viewsOfTheirOwner(database: ClientBase): Promise<string[]> {
  return names(
    database,
    `
    select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${ours} and ${notOfAnExtension('c.oid')} and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  )
}

/** Functions that look across organisations and are not the keeper's, or whose search path a caller could bend. */
export async function looseFunctions(database: ClientBase): Promise<string[]> {
  return names(
    database,
    `
    select format('%s.%s', n.nspname, p.proname) as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and ${ours} and ${notOfAnExtension('p.oid')}
      and (p.proowner <> 'escale_keeper'::regrole or not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%'))`,
  )
}

/** Roles of requests that own something or escape the policies. */
export async function tooMightyRoles(database: ClientBase): Promise<string[]> {
  return names(
    database,
    `
    select rolname as name from pg_roles r where rolname in ('escale_web', 'escale_auth')
      and (rolsuper or rolbypassrls or rolcreaterole or exists (select from pg_class where relowner = r.oid)
        or pg_has_role(rolname, 'escale_keeper', 'member'))`,
  )
}

async function names(database: ClientBase, text: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(text, values)
  return rows.map(({ name }) => name).sort()
}
