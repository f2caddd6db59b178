import { describe, expect, it } from 'vitest'
import { checkVote, votersOf, votesCast, type Attendance, type Ballot } from './vote.ts'

const seated: Attendance = { inOffice: 53, present: 45, represented: 4, secondCall: false }
const ballot: Ballot = { for: 40, against: 5, abstained: 4, notVoting: 0, secret: false }

describe('the figures of a vote', () => {
  it('agree when every voter is for, against or abstains', () => {
    expect(checkVote('adopted', seated, ballot)).toBeNull()
    expect([votersOf(ballot), votesCast(ballot)]).toEqual([49, 45])
  })

  it.each<[string, 'adopted' | 'rejected', Attendance, Ballot, object]>([
    ['a fraction of a member', 'adopted', { ...seated, present: 4.5 }, ballot, { code: 'vote_count_invalid', field: 'present' }],
    ['fewer than no votes', 'adopted', seated, { ...ballot, against: -1 }, { code: 'vote_count_invalid', field: 'against' }],
    [
      'more present than in office',
      'adopted',
      { ...seated, present: 54 },
      ballot,
      { code: 'more_present_than_in_office', present: 54, inOffice: 53 },
    ],
    [
      'more proxies than members to hold them',
      'adopted',
      { ...seated, inOffice: 99, present: 3, represented: 4, secondCall: true },
      ballot,
      { code: 'more_proxies_than_present', represented: 4, present: 3 },
    ],
    [
      'more seated than in office',
      'adopted',
      { ...seated, represented: 9 },
      ballot,
      { code: 'more_seated_than_in_office', seated: 54, inOffice: 53 },
    ],
    [
      'a meeting without quorum',
      'adopted',
      { ...seated, present: 26, represented: 23 },
      ballot,
      { code: 'quorum_not_met', present: 26, needed: 27 },
    ],
    ['a vote short by one', 'adopted', seated, { ...ballot, abstained: 3 }, { code: 'votes_do_not_add_up', cast: 48, voters: 49 }],
    [
      'a member counted both voting and not',
      'adopted',
      seated,
      { ...ballot, notVoting: 1 },
      { code: 'votes_do_not_add_up', cast: 49, voters: 48 },
    ],
    [
      'an adoption by a minority',
      'adopted',
      seated,
      { ...ballot, for: 5, against: 40 },
      { code: 'outcome_contradicts_votes', for: 5, against: 40 },
    ],
    ['a rejection by a minority', 'rejected', seated, ballot, { code: 'outcome_contradicts_votes', for: 40, against: 5 }],
    [
      'a secret tie adopted',
      'adopted',
      seated,
      { ...ballot, for: 20, against: 20, abstained: 9, secret: true },
      { code: 'outcome_contradicts_votes', for: 20, against: 20 },
    ],
    [
      'an adoption when all abstain',
      'adopted',
      seated,
      { ...ballot, for: 0, against: 0, abstained: 49 },
      { code: 'outcome_contradicts_votes', for: 0, against: 0 },
    ],
  ])('refuse %s', (_case, outcome, attendance, votes, problem) => {
    expect(checkVote(outcome, attendance, votes)).toEqual(problem)
  })

  it('let the voice of the chair decide a public tie', () => {
    const tie = { ...ballot, for: 20, against: 20, abstained: 9 }

    expect([checkVote('adopted', seated, tie), checkVote('rejected', seated, tie)]).toEqual([null, null])
  })

  it('need no quorum at a second call', () => {
    expect(
      checkVote('adopted', { inOffice: 53, present: 9, represented: 0, secondCall: true }, { ...ballot, for: 9, against: 0, abstained: 0 }),
    ).toBeNull()
  })
})
