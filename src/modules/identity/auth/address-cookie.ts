import { createCookie } from 'react-router'
import type { Auth } from '../auth.ts'

/** Carries the address from the sign-in page to the code page, so that it stays out of addresses, histories and logs. */
export function addressCookie({ publicUrl }: Pick<Auth, 'publicUrl'>) {
  return createCookie('escale.address', {
    path: '/connexion',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: 900,
  })
}
