import { expect, test } from 'vitest'
import type { Instant } from '#platform/pure/instant.ts'
import { badgeCode, momentNoted, readCode } from './attendance.ts'

test('a code has sixteen letters of an alphabet without look-alikes, and reads however it is typed', () => {
  const code = badgeCode(Uint8Array.from({ length: 16 }, (_, index) => index * 17))

  expect(code).toMatch(/^[A-Z2-7]{16}$/)
  expect(readCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}\n`)).toBe(code)
})

test('what was noted without a network keeps its moment, unless that has not come yet', () => {
  const now = '2017-11-06T12:00:00.000Z' as Instant

  expect(momentNoted('2017-11-06T10:00:00.000Z' as Instant, now)).toBe('2017-11-06T10:00:00.000Z')
  expect(momentNoted('2017-11-07T10:00:00.000Z' as Instant, now)).toBe(now)
  expect(momentNoted(null, now)).toBe(now)
})
