import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  date,
  ids,
  many,
  optionalDate,
  optionalId,
  optionalText,
  requiredId,
  requiredNumber,
  requiredText,
  text,
  ticked,
  time,
  wholeNumber,
} from './form-fields.ts'

const problemOf = (field: z.ZodType, typed: unknown) => field.safeParse(typed).error?.issues[0]?.message
const id = '01900000-0000-7000-8000-000000000001'

describe('what is absent or empty', () => {
  test.each([
    ['text', text(5), ''],
    ['optionalText', optionalText(5), null],
    ['optionalId', optionalId, null],
    ['optionalDate', optionalDate, null],
    ['wholeNumber', wholeNumber(1, 9), null],
    ['ids', ids, []],
    ['ticked', ticked, false],
  ] as const)('%s is nothing', (_, field, nothing) => {
    expect(field.parse(undefined)).toEqual(nothing)
  })

  test.each([
    ['requiredText', requiredText(5)],
    ['requiredId', requiredId],
    ['date', date],
    ['time', time],
    ['requiredNumber', requiredNumber(1, 9)],
  ] as const)('%s is asked for', (_, field) => {
    expect([problemOf(field, undefined), problemOf(field, ' '.trim())]).toEqual(['required', 'required'])
  })
})

describe('what is typed', () => {
  test('is read as people write it', () => {
    expect(text(5).parse('  oui ')).toBe('oui')
    expect(date.parse('04/11/2017')).toBe('2017-11-04')
    expect(optionalDate.parse('2017-11-04')).toBe('2017-11-04')
    expect(time.parse('9 h 30')).toBe('09:30')
    expect(wholeNumber(1, 9).parse(' 9 ')).toBe(9)
    expect(ticked.parse('on')).toBe(true)
  })

  test('one box is a list of one, several a list', () => {
    expect(ids.parse(id)).toEqual([id])
    expect(many(z.enum(['a', 'b'])).parse(['a', 'b'])).toEqual(['a', 'b'])
  })

  test.each([
    ['too_long', text(2), 'abc'],
    ['unknown', requiredId, 'abc'],
    ['unknown', ids, ['abc']],
    ['date_malformed', date, 'demain'],
    ['date_malformed', optionalDate, '31/02/2017'],
    ['time_malformed', time, '25 h'],
    ['number_malformed', wholeNumber(1, 9), '10'],
    ['number_malformed', requiredNumber(1, 9), '1,5'],
  ] as const)('%s', (code, field, typed) => {
    expect(problemOf(field, typed)).toBe(code)
  })
})
