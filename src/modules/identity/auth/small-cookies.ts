import { createCookie } from 'react-router'
import type { Auth } from '../auth.ts'

function aCookie({ publicUrl }: Pick<Auth, 'publicUrl'>, name: string, maxAge: number) {
  return createCookie(name, { path: '/connexion', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), maxAge })
}

/** Carries the address from the sign-in page to the code page, so that it stays out of addresses, histories and logs. */
export function addressCookie(auth: Pick<Auth, 'publicUrl'>) {
  return aCookie(auth, 'escale.address', 900)
}

/** Carries, from sign-out to the page after it, the address that ends the session at the identity provider too. */
export function farewellCookie(auth: Pick<Auth, 'publicUrl'>) {
  return aCookie(auth, 'escale.farewell', 300)
}
