import type { BetterAuthOptions } from 'better-auth'
import type { GenericOAuthConfig } from 'better-auth/plugins'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import type pg from 'pg'
import type { Config } from '#platform/config.ts'
import type { Log } from '#platform/log.ts'
import { type ProviderClaims, profileOf } from '../domain/provider-profile.ts'

/** Levels of ProConnect and of the eIDAS scale that imply two factors. */
const strongLevels: ReadonlySet<unknown> = new Set(['eidas0-mfa', 'eidas1-mfa', 'eidas2', 'eidas3'])

/** Whether the provider says, in a token whose signature the library has checked, that it saw two factors (OpenID Connect Core 2, RFC 8176). */
export function isStronglyAuthenticated(idToken: string | null | undefined): boolean {
  if (!idToken) return false
  const { acr, amr } = decodeJwt(idToken)
  return strongLevels.has(acr) || (Array.isArray(amr) && amr.includes('mfa'))
}

/** The one provider an instance may be configured with: ProConnect, or any OpenID Connect provider. @throws when it does not answer. */
export async function oidcProvider(config: Config, log: Log): Promise<GenericOAuthConfig> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config
  if (!issuer || !clientId || !clientSecret) throw new Error('no identity provider is configured')
  const discovery = await discover(issuer)
  return {
    providerId: 'oidc',
    name: config.OIDC_LABEL,
    clientId,
    clientSecret,
    discoveryUrl: discoveryUrl(issuer),
    requireIdTokenVerification: true,
    scopes: config.OIDC_SCOPES.split(/\s+/).filter(Boolean),
    pkce: true,
    authentication: 'post',
    authorizationUrlParams: { claims: JSON.stringify({ id_token: { acr: null, amr: null } }) },
    getUserInfo: async ({ accessToken, idToken }) => {
      try {
        const claims = await readUserInfo(discovery, accessToken ?? '', clientId)
        // OpenID Connect Core 5.3.2: the answer must be about the person the id_token names.
        return idToken && decodeJwt(idToken).sub === claims.sub ? profileOf(claims) : null
      } catch (error) {
        log.warn({ err: error }, 'the identity provider did not say who this is')
        return null
      }
    },
  }
}

type Discovery = { readonly issuer: string; readonly userinfo_endpoint: string; readonly jwks_uri: string }

function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

/** OpenID Connect Discovery 4.3: what answers must call itself by the name we were configured with. */
async function discover(issuer: string): Promise<Discovery> {
  const answer = await fetch(discoveryUrl(issuer), { signal: AbortSignal.timeout(10_000) })
  const discovery = (await answer.json()) as Discovery
  if (discovery.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, ''))
    throw new Error(`OIDC_ISSUER is ${issuer}, but the provider calls itself ${discovery.issuer}`)
  return discovery
}

/**
 * UserInfo is plain JSON, or a signed JWT as ProConnect sends it (OpenID Connect Core 5.3.2): then its signature, issuer and
 * audience are verified against the keys of the provider before a word of it is believed.
 */
async function readUserInfo(provider: Discovery, accessToken: string, clientId: string): Promise<ProviderClaims> {
  const answer = await fetch(provider.userinfo_endpoint, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/jwt, application/json' },
    signal: AbortSignal.timeout(10_000),
  })
  if (!answer.ok) throw new Error(`UserInfo answered ${answer.status}`)
  const isJwt = answer.headers.get('content-type')?.includes('application/jwt') === true
  if (!isJwt) return { ...((await answer.json()) as Omit<ProviderClaims, 'isSigned'>), isSigned: false }
  const keys = createRemoteJWKSet(new URL(provider.jwks_uri))
  const { payload } = await jwtVerify(await answer.text(), keys, {
    issuer: provider.issuer,
    audience: clientId,
    algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'],
  })
  return { ...(payload as Omit<ProviderClaims, 'isSigned'>), isSigned: true }
}

type ValidateUserInfo = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>

/**
 * Who may enter by the provider: someone whose professional address it vouches for, and who has an account here or is invited.
 * The error codes come back in the address of the sign-in page, which has a sentence for each.
 */
export function mayEnterByProvider(pool: pg.Pool): ValidateUserInfo {
  return async ({ user, source }) => {
    if (source.method !== 'oauth') return undefined
    if (source.oauth?.profile?.emailVerified !== true) return { error: 'address_not_verified' }
    if (source.action !== 'create-user') return undefined
    const { rows } = await pool.query<{ isInvited: boolean }>('select identity.is_invited($1) as "isInvited"', [user.email])
    return rows[0]?.isInvited ? undefined : { error: 'not_invited' }
  }
}
