import { data } from 'react-router'

/** How an answer says that its page may be kept on the device: the service worker keeps no other. */
export const keepHeaders = { 'X-Poche': 'ouverte' } as const

/** What a loader gives to a page that opens without a network too. */
export function openWithoutNetwork<Value>(value: Value) {
  return data(value, { headers: keepHeaders })
}

/** The `headers` of such a route. */
export function keptPageHeaders({ loaderHeaders }: { loaderHeaders: Headers }): Headers {
  return loaderHeaders
}
