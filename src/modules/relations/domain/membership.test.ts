import { expect, test } from 'vitest'
import { asId } from '#platform/pure/ids.ts'
import { type Membership, sharedNetworks } from './membership.ts'

const membership = (facts: Partial<Membership>): Membership => ({
  id: asId('01a201f8-722a-7e7f-918a-000000000001'),
  networkCode: 'aimf',
  networkName: { fr: 'AIMF' },
  isOurs: false,
  role: 'member',
  detail: {},
  sinceYear: null,
  untilYear: null,
  source: 'communiqué',
  ...facts,
})

test('networks in common come first, with the role of each side', () => {
  const networks = sharedNetworks(
    [membership({ networkCode: 'aivp' }), membership({ role: 'vice_president' }), membership({ isOurs: true, role: 'commission_chair' })],
    2024,
  )

  expect(networks.map(({ code, isCommon }) => [code, isCommon])).toEqual([
    ['aimf', true],
    ['aivp', false],
  ])
  expect([networks[0]?.theirs[0]?.role, networks[0]?.ours[0]?.role]).toEqual(['vice_president', 'commission_chair'])
})

test('one who left a network does not meet there any more', () => {
  const memberships = [membership({ untilYear: 2023 }), membership({ isOurs: true })]

  expect(sharedNetworks(memberships, 2023).map(({ isCommon }) => isCommon)).toEqual([true])
  expect(sharedNetworks(memberships, 2024).map(({ isCommon }) => isCommon)).toEqual([false])
})
