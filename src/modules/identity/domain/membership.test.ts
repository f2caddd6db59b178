import { expect, test } from 'vitest'
import { decideRoles } from './membership.ts'

const administrator = { roles: ['administrator', 'officer'] } as const
const reader = { roles: ['reader'] } as const
const refusal = { ok: false, problem: { code: 'organisation_keeps_an_administrator' } }

test('the only administrator can neither leave nor step down', () => {
  expect(decideRoles(administrator, [], 0)).toEqual(refusal)
  expect(decideRoles(administrator, ['officer'], 0)).toEqual(refusal)
})

test('one of two administrators may leave', () => {
  expect(decideRoles(administrator, [], 1)).toEqual({ ok: true, value: [] })
})

test('the only administrator may change other roles', () => {
  expect(decideRoles(administrator, ['administrator'], 0)).toEqual({ ok: true, value: ['administrator'] })
})

test('others come and go', () => {
  expect(decideRoles(reader, [], 0)).toEqual({ ok: true, value: [] })
})
