import { describe, expect, test } from 'vitest'
import { assert, BrokenAssertion, everyOutcome, ok, refused, valueOf, type Outcome } from './outcome.ts'

describe('outcome', () => {
  test('an accepted value and a refusal tell themselves apart', () => {
    const halve = (n: number): Outcome<number, { code: 'odd'; n: number }> => (n % 2 === 0 ? ok(n / 2) : refused({ code: 'odd', n }))

    expect(halve(4)).toEqual({ ok: true, value: 2 })
    expect(halve(5)).toEqual({ ok: false, problem: { code: 'odd', n: 5 } })
  })

  test('a false assertion throws its sentence and a true one passes', () => {
    const larger = (a: number, b: number) => () => assert(a > b, 'one exceeds two')

    expect(larger(1, 2)).toThrow(new BrokenAssertion('one exceeds two'))
    expect(larger(2, 1)).not.toThrow()
  })

  test('the value of a refusal cannot be taken, and the error names the problem', () => {
    expect(valueOf(ok('x'))).toBe('x')
    expect(() => valueOf(refused({ code: 'too_late' }))).toThrow('too_late')
  })

  test('several outcomes give every value, or every problem', () => {
    expect(everyOutcome([ok(1), ok(2)])).toEqual(ok([1, 2]))
    expect(everyOutcome([ok(1), refused('a'), ok(3), refused('b')])).toEqual(refused(['a', 'b']))
    expect(everyOutcome([])).toEqual(ok([]))
  })
})
