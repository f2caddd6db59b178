import { generateKeyPairSync } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { openOidcRecords } from './oidc-records.ts'

/** A person known to the identity provider: `sub`, and the claims it gives about them. */
export type ProviderPerson = { readonly sub: string; readonly [claim: string]: unknown }

export type TestOidcProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Addresses that were asked for, oldest first: path and query. */
  readonly visits: readonly string[]
  stop(): Promise<void>
}

export type OidcOptions = {
  /** Where the client lives; its callback is `/api/auth/callback/oidc` there. */
  readonly clientUrl: string
  readonly people: readonly ProviderPerson[]
  /** UserInfo as a signed JWT, as ProConnect sends it, rather than as JSON. */
  readonly isUserInfoSigned?: boolean
  /** The level of assurance it claims for every sign-in, e.g. 'eidas1-mfa'. */
  readonly acr?: string
}

/**
 * A real OpenID Connect provider on a free port. PKCE is compulsory, no claim is in the id_token unless asked, and its sign-in page is
 * one button per person, so that a browser and a script pass through it the same way: GET the page, POST `sub` to its own address.
 */
export async function startOidcProvider(options: OidcOptions): Promise<TestOidcProvider> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the identity provider has no port')
  const issuer = `http://127.0.0.1:${address.port}`
  const client = { clientId: 'escale', clientSecret: 'a secret of the client, long enough to sign with' }
  const provider = new Provider(issuer, configuration(options, client))
  const pages = provider.callback()
  const visits: string[] = []
  server.on('request', (request, response) => {
    visits.push(request.url ?? '')
    if (!request.url?.startsWith('/interaction/')) return pages(request, response)
    interact(provider, options, request, response).catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
    return undefined
  })
  return { issuer, ...client, visits, stop: () => close(server) }
}

function configuration({ clientUrl, people, isUserInfoSigned, acr }: OidcOptions, client: { clientId: string; clientSecret: string }) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${clientUrl}/api/auth/callback/oidc`],
        post_logout_redirect_uris: [`${clientUrl}/connexion`],
        token_endpoint_auth_method: 'client_secret_post',
        ...(isUserInfoSigned ? { userinfo_signed_response_alg: 'RS256' } : {}),
      },
    ],
    adapter: openOidcRecords(),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the tests'] },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    pkce: { required: () => true },
    acrValues: acr ? [acr] : [],
    claims: {
      openid: ['sub'],
      acr: null,
      amr: null,
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'family_name'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      uid: ['uid'],
      siret: ['siret'],
    },
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 30, IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => people.find((person) => person.sub === sub) ?? { sub },
    }),
  }
}

/** The sign-in page; consent is given with it, as at ProConnect. */
async function interact(
  provider: Provider,
  { people, acr }: OidcOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    const buttons = people.map(
      ({ sub, name, given_name, usual_name }) => `<button name="sub" value="${sub}">${name ?? `${given_name} ${usual_name}`}</button>`,
    )
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="fr"><title>Fournisseur d’identité</title><form method="post">${buttons.join('')}</form></html>`,
    )
    return
  }
  const accountId = new URLSearchParams(await bodyOf(request)).get('sub') ?? ''
  const grant = new provider.Grant({ clientId: params.client_id ?? '', accountId })
  grant.addOIDCScope(params.scope ?? '')
  grant.addOIDCClaims(['acr', 'amr'])
  await provider.interactionFinished(request, response, {
    login: { accountId, ...(acr ? { acr } : {}) },
    consent: { grantId: await grant.save() },
  })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
