import { describe, expect, it } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import {
  NEW_ACT,
  actState,
  certifiedEnforceableOn,
  decidePublication,
  decideSubmission,
  decideTransmission,
  decideVote,
  type ActLife,
  type Decision,
} from './lifecycle.ts'

const meeting = asLocalDate('2019-02-08')
const today = asLocalDate('2019-03-01')
const submission = { submittedOn: asLocalDate('2019-01-25'), meetingOn: meeting, snapshotHash: 'a'.repeat(64) }
const adopted: Decision = {
  outcome: 'adopted',
  on: meeting,
  attendance: { inOffice: 58, present: 49, represented: 6, secondCall: false },
  ballot: { for: 50, against: 2, abstained: 2, notVoting: 1, secret: false },
}

const submitted = valueOf(decideSubmission(NEW_ACT, submission, 0))
const voted = valueOf(decideVote(submitted, adopted, today))
const transmittedOn = (life: ActLife, day: string) => decideTransmission(life, { on: asLocalDate(day), receipt: null }, today)
const publishedOn = (life: ActLife, day: string) => decidePublication(life, { on: asLocalDate(day), address: null }, today)

describe('the life of an act', () => {
  it('goes from draft to executory', () => {
    const transmitted = valueOf(transmittedOn(voted, '2019-02-12'))
    const published = valueOf(publishedOn(transmitted, '2019-02-11'))

    expect([NEW_ACT, submitted, voted, transmitted, published].map(actState)).toEqual([
      'draft',
      'submitted',
      'adopted',
      'transmitted',
      'executory',
    ])
  })

  it('is enforceable from the later of transmission and publication, in either order', () => {
    const laterPublished = valueOf(publishedOn(valueOf(transmittedOn(voted, '2019-02-12')), '2019-02-14'))
    const laterTransmitted = valueOf(transmittedOn(valueOf(publishedOn(voted, '2019-02-09')), '2019-02-13'))

    expect(certifiedEnforceableOn(laterPublished)).toBe('2019-02-14')
    expect(certifiedEnforceableOn(laterTransmitted)).toBe('2019-02-13')
    expect(certifiedEnforceableOn(valueOf(publishedOn(voted, '2019-02-09')))).toBeNull()
  })

  it('comes back before the assembly after an adjournment, with a new snapshot', () => {
    const adjourned = valueOf(decideVote(submitted, { outcome: 'adjourned', on: meeting, reason: 'Pièce manquante' }, today))

    const again = decideSubmission(adjourned, { ...submission, meetingOn: asLocalDate('2019-03-29'), snapshotHash: 'b'.repeat(64) }, 0)

    expect(actState(valueOf(again))).toBe('submitted')
  })
})

describe('an act is refused', () => {
  it.each([
    ['to the agenda while a fact is missing', decideSubmission(NEW_ACT, submission, 2), { code: 'facts_missing', blockingCount: 2 }],
    ['to the agenda twice', decideSubmission(submitted, submission, 0), { code: 'already_submitted' }],
    ['a vote before it is frozen', decideVote(NEW_ACT, adopted, today), { code: 'not_submitted' }],
    ['a second vote', decideVote(voted, adopted, today), { code: 'already_decided' }],
    [
      'a vote before its meeting',
      decideVote(submitted, { ...adopted, on: asLocalDate('2019-02-07') }, today),
      { code: 'decided_before_meeting', meetingOn: meeting, on: '2019-02-07' },
    ],
    [
      'a vote of tomorrow',
      decideVote(submitted, { ...adopted, on: asLocalDate('2019-03-02') }, today),
      { code: 'date_in_the_future', today, on: '2019-03-02' },
    ],
    [
      'an adjournment without reason',
      decideVote(submitted, { outcome: 'adjourned', on: meeting, reason: ' ' }, today),
      { code: 'reason_missing' },
    ],
    ['transmission before the vote', transmittedOn(submitted, '2019-02-12'), { code: 'not_adopted' }],
    ['transmission before it is frozen', transmittedOn(NEW_ACT, '2019-02-12'), { code: 'not_submitted' }],
    [
      'transmission dated before the vote',
      transmittedOn(voted, '2019-02-07'),
      { code: 'transmitted_before_vote', votedOn: meeting, on: '2019-02-07' },
    ],
    ['a second transmission', transmittedOn(valueOf(transmittedOn(voted, '2019-02-12')), '2019-02-12'), { code: 'already_transmitted' }],
    ['publication before the vote', publishedOn(submitted, '2019-02-12'), { code: 'not_adopted' }],
    [
      'publication dated before the vote',
      publishedOn(voted, '2019-02-07'),
      { code: 'published_before_vote', votedOn: meeting, on: '2019-02-07' },
    ],
    ['publication in the future', publishedOn(voted, '2019-03-02'), { code: 'date_in_the_future', today, on: '2019-03-02' }],
    ['a second publication', publishedOn(valueOf(publishedOn(voted, '2019-02-12')), '2019-02-12'), { code: 'already_published' }],
  ])('%s', (_case, outcome, problem) => {
    expect(outcome).toEqual({ ok: false, problem })
  })

  it('transmission when it was rejected', () => {
    const rejection: Decision = { ...adopted, outcome: 'rejected', ballot: { ...adopted.ballot, for: 2, against: 50 } }

    expect(transmittedOn(valueOf(decideVote(submitted, rejection, today)), '2019-02-12')).toEqual({
      ok: false,
      problem: { code: 'not_adopted' },
    })
  })
})
