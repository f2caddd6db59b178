import { expect, test } from 'vitest'
import { clientNetwork } from './client-network.ts'

test('the address of the connection counts, whatever the client claims', () => {
  expect(clientNetwork('203.0.113.9', '198.51.100.1', false)).toBe('203.0.113.9')
})

test('behind our own proxy the last entry counts, because the proxy wrote it and the client wrote the others', () => {
  expect(clientNetwork('10.0.0.2', '198.51.100.1, 203.0.113.9', true)).toBe('203.0.113.9')
})

test.each(['', 'unknown', '203.0.113.9:443', '<script>'])('behind our own proxy %j is no address, and the connection counts', (told) => {
  expect(clientNetwork('10.0.0.2', told, true)).toBe('10.0.0.2')
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::'],
  ['2001:db8::', '2001:db8:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
  ['::1', '0:0:0:0::'],
])('%s belongs to the network %s: an IPv6 client chooses its last 64 bits', (address, network) => {
  expect(clientNetwork(address, null, false)).toBe(network)
})

test('an IPv4 address written as IPv6 is the IPv4 address', () => {
  expect(clientNetwork('::ffff:203.0.113.9', null, false)).toBe('203.0.113.9')
})

test('without any address every such client is in one bucket', () => {
  expect(clientNetwork(undefined, null, false)).toBe('unknown')
})
