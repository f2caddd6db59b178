/** Signs in as one of the demonstration's people through the page's own form, without a browser. @returns the cookies of the session */
export async function signIn(serverUrl: string, name: string): Promise<string> {
  const page = await fetch(`${serverUrl}/connexion`)
  const button = (await page.text()).match(/<button\b[^>]*>/g)?.find((tag) => tag.includes('name="accountId"') && tag.includes(name))
  const accountId = /\bvalue="([^"]+)"/.exec(button ?? '')?.[1]
  if (!accountId) throw new Error(`the sign-in page has no door for ${name}`)
  const entered = await fetch(`${serverUrl}/connexion`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: serverUrl },
    body: new URLSearchParams({ intent: 'demo', accountId }),
  })
  const cookies = entered.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (entered.status !== 302 || cookies.length === 0) throw new Error(`${name} could not sign in: ${entered.status}`)
  return cookies.join('; ')
}
