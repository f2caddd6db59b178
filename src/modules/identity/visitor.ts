import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Services } from '#platform/context.ts'
import { type Locale, isLocale, localeForHeader } from '#platform/pure/locale.ts'
import type { Deputyship, Membership, Visitor } from '#platform/web.ts'
import type { Auth } from './auth.ts'
import { actingDeputyship, actingMembership } from './domain/acting-organisation.ts'

type SessionRow = {
  readonly accountId: AccountId
  readonly name: string
  readonly email: string
  readonly isDemo: boolean
  readonly hasSecondFactor: boolean
  readonly locale: Locale
  readonly organisationId: OrganisationId | null
  readonly deputyshipId: string | null
  readonly memberships: readonly Membership[]
  readonly deputyships: readonly Deputyship[]
}

/**
 * Who is in front of the page: one query, from the session cookie to the memberships of this very moment, so that a role
 * withdrawn is refused at the next request.
 */
export async function resolveVisitor(
  _services: Services,
  auth: Auth,
  request: Request,
  nonce: string,
  requestId: string,
): Promise<Visitor> {
  const cookies = readCookies(request.headers.get('cookie'))
  const token = sessionToken(cookies, auth)
  const session = token ? await findSession(auth, token) : null
  // Once the demonstration is switched off, its fictitious people are signed out with it.
  if (!session || (session.isDemo && !auth.isDemo)) {
    const chosen = cookies.get('locale')
    const locale = isLocale(chosen) ? chosen : localeForHeader(request.headers.get('accept-language'))
    return { locale, nonce, requestId, account: null, organisationId: null, memberships: [], deputyships: [], deputyship: null }
  }
  const deputyship = actingDeputyship(session)
  const acting = deputyship ?? actingMembership(session)
  return {
    locale: session.locale,
    nonce,
    requestId,
    account: { id: session.accountId, name: session.name, email: session.email, isDemo: session.isDemo },
    organisationId: acting?.organisationId ?? null,
    memberships: session.memberships,
    deputyships: session.deputyships,
    deputyship,
  }
}

async function findSession(auth: Auth, token: string): Promise<SessionRow | null> {
  const { rows } = await auth.pool.query<SessionRow>({
    name: 'visitor',
    text: `
      select u.id as "accountId", u.name, u.email, u."isDemo", coalesce(u."twoFactorEnabled", false) as "hasSecondFactor", u.locale, s."organisationId", s."deputyshipId", m.memberships, d.deputyships
      from auth.session s
      join auth."user" u on u.id = s."userId"
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('organisationId', organisation_id, 'organisationName', organisation_name, 'roles', roles)), '[]') as memberships
        from identity.memberships_of(u.id)
      ) m
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('deputyshipId', deputyship_id, 'organisationId', organisation_id, 'organisationName', organisation_name,
            'roles', roles, 'principalName', principal_name, 'endsOn', ends_on)), '[]') as deputyships
        from identity.deputyships_of(u.id)
      ) d
      where s.token = $1 and s."expiresAt" > now()`,
    values: [token],
  })
  return rows[0] ?? null
}

/** The token of the session cookie, or null unless we signed it ourselves (HMAC-SHA-256, as the sign-in library writes it). */
export function sessionToken(cookies: ReadonlyMap<string, string>, auth: Auth): string | null {
  const [token, signature] = splitLast(cookies.get(auth.cookie.name) ?? '', '.')
  const expected = Buffer.from(createHmac('sha256', auth.cookie.key).update(token).digest('base64'))
  const given = Buffer.from(signature)
  return token !== '' && given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

export function readCookies(header: string | null): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const [name, value] = splitFirst(part.trim(), '=')
    if (name && !cookies.has(name)) cookies.set(name, decoded(value))
  }
  return cookies
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

function splitFirst(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function splitLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark)
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)]
}
