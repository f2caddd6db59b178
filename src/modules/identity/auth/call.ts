/** What the sign-in library answered: its body, and the cookies our own answer must carry on. */
export type LibraryAnswer = {
  readonly ok: boolean
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly cookies: Headers
}

/** @throws when the library failed rather than refused. */
export async function callLibrary(call: Promise<Response>): Promise<LibraryAnswer> {
  const response = await call
  if (response.status >= 500) throw new Error(`the sign-in library failed with status ${response.status}`)
  const cookies = new Headers()
  for (const cookie of response.headers.getSetCookie()) cookies.append('set-cookie', cookie)
  const text = await response.text()
  return {
    ok: response.ok,
    status: response.status,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    cookies,
  }
}
