import { createCookie } from 'react-router'
import type { Services } from '#platform/context.ts'

/**
 * The secret of this device. Its path is the whole product, so that signing out of Escale closes the pocket too; no other page reads it. The database
 * decides how long it is good: the cookie only has to last as long.
 */
export function deviceCookie({ publicUrl }: Pick<Services, 'publicUrl'>) {
  return createCookie('escale_poche', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: 400 * 24 * 3600,
  })
}

export async function deviceSecret(services: Pick<Services, 'publicUrl'>, request: Request): Promise<string | null> {
  const value: unknown = await deviceCookie(services).parse(request.headers.get('cookie'))
  return typeof value === 'string' ? value : null
}

/** What an answer says when nothing may be left on the device: browsers empty their store themselves (W3C Clear Site Data), the service worker does too. */
export async function farewellHeaders(services: Pick<Services, 'publicUrl'>): Promise<Headers> {
  const headers = new Headers({ 'Clear-Site-Data': '"storage"', 'X-Poche': 'fermee' })
  headers.append('Set-Cookie', await deviceCookie(services).serialize('', { maxAge: 0 }))
  return headers
}
