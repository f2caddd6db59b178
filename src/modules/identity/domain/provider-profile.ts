/** Claims of UserInfo, from ProConnect (given_name, usual_name, no email_verified, siret optional) or any provider. */
export type ProviderClaims = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean | string
  readonly name?: string
  readonly given_name?: string
  readonly usual_name?: string
  readonly family_name?: string
  /** True when the claims came as a JWT whose signature was verified. */
  readonly isSigned: boolean
}

export type ProviderProfile = {
  readonly id: string
  readonly sub: string
  readonly email: string
  readonly emailVerified: boolean
  readonly name: string
}

/**
 * An address counts as verified when the provider says so. ProConnect does not send `email_verified`: its identity providers
 * answer for professional addresses by contract, and its word is signed; an unsigned answer that is silent proves nothing.
 */
export function profileOf(claims: ProviderClaims): ProviderProfile | null {
  const email = claims.email?.trim().toLowerCase()
  if (!claims.sub || !email) return null
  const said = claims.email_verified
  const emailVerified = said === undefined ? claims.isSigned : said === true || said === 'true'
  const fullName = [claims.given_name, claims.usual_name ?? claims.family_name].filter(Boolean).join(' ')
  return { id: claims.sub, sub: claims.sub, email, emailVerified, name: claims.name?.trim() || fullName || email }
}
