import { expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import { type Marking, decideMarking } from './marking.ts'
import type { RequirementKey, RequirementKind } from './requirement.ts'

const today = asLocalDate('2027-02-01')
const of = (kind: RequirementKind): RequirementKey[] => [{ memberId: 'ana' as MemberId, kind, country: null }]
const done: Marking = { state: 'done', doneOn: today, reference: ' Contrat 4471 ' }

test('what is done has its day and its evidence, trimmed', () => {
  expect(decideMarking(of('insurance'), done, { hasFile: false, today })).toEqual({
    ok: true,
    value: { ...done, reference: 'Contrat 4471' },
  })
})

test.each<[string, RequirementKey[], Marking, boolean?]>([
  ['nothing_chosen', [], done],
  ['done_with_evidence', of('insurance'), { ...done, reference: '  ' }],
  ['done_in_the_future', of('insurance'), { ...done, doneOn: asLocalDate('2027-02-02') }],
  ['not_needed_says_why', of('visa'), { state: 'not_needed', because: ' ' }],
  ['a_mandate_is_recorded_in_own_part', of('special_mandate'), done],
  ['no_copy_of_passport_or_health', of('passport'), done, true],
  ['no_copy_of_passport_or_health', of('vaccination'), done, true],
])('%s', (code, targets, marking, hasFile = false) => {
  expect(decideMarking(targets, marking, { hasFile, today })).toEqual({ ok: false, problem: { code } })
})

test('an elected member who needs no mandate is said so, with a reason', () => {
  expect(
    decideMarking(of('special_mandate'), { state: 'not_needed', because: 'Voyage à ses frais' }, { hasFile: false, today }),
  ).toMatchObject({ ok: true })
})
