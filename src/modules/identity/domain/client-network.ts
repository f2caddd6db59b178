import { isIP, isIPv6 } from 'node:net'

/**
 * The header by which the sign-in library learns the client's network. Our own doors set it on every call,
 * over whatever a client may have sent under that name.
 */
export const networkHeader = 'x-escale-network'

/**
 * Where a request comes from, for counting tries: the IPv4 address, or the /64 an IPv6 client may roam in (RFC 6177).
 * `X-Forwarded-For` is a client's mere word unless our own proxy wrote its last entry (TRUST_PROXY=1).
 */
export function clientNetwork(
  remoteAddress: string | undefined,
  forwardedFor: string | null | undefined,
  isTrustingProxy: boolean,
): string {
  const told = isTrustingProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  const address = told && isIP(told) ? told : (remoteAddress ?? '')
  return networkOf(address)
}

function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return isIP(plain) ? plain : 'unknown'
  return `${expand(plain).slice(0, 4).join(':')}::`
}

/** The eight groups of an IPv6 address, in the shortest hexadecimal of each. */
function expand(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':').map((group) => Number.parseInt(group, 16).toString(16)) : [])
  const before = groups(head)
  const after = groups(tail)
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after]
}
