/** Who sat when the vote was taken. A represented member gave a written proxy to a present one, one proxy each (CGCT L2121-20). */
export type Attendance = {
  readonly inOffice: number
  readonly present: number
  readonly represented: number
  /** A meeting called again for want of quorum deliberates whatever the number present (CGCT L2121-17). */
  readonly secondCall: boolean
}

export type Ballot = {
  readonly for: number
  readonly against: number
  readonly abstained: number
  /** Present or represented, but did not take part: an interest in the matter (CGCT L2131-11), or a refusal to vote. */
  readonly notVoting: number
  readonly secret: boolean
}

export type VoteProblem =
  | { readonly code: 'vote_count_invalid'; readonly field: keyof Attendance | keyof Ballot }
  | { readonly code: 'more_present_than_in_office'; readonly present: number; readonly inOffice: number }
  | { readonly code: 'more_proxies_than_present'; readonly represented: number; readonly present: number }
  | { readonly code: 'more_seated_than_in_office'; readonly seated: number; readonly inOffice: number }
  | { readonly code: 'quorum_not_met'; readonly present: number; readonly needed: number }
  | { readonly code: 'votes_do_not_add_up'; readonly cast: number; readonly voters: number }
  | { readonly code: 'outcome_contradicts_votes'; readonly for: number; readonly against: number }

/** Members whose voice was counted: for, against or abstained (VOTE_REEL of the SCDL). */
export function votersOf(ballot: Ballot): number {
  return ballot.for + ballot.against + ballot.abstained
}

/** Suffrages exprimés: abstentions are not cast votes, and the majority is counted on these alone. */
export function votesCast(ballot: Ballot): number {
  return ballot.for + ballot.against
}

/**
 * Do the figures of a vote agree with each other and with its outcome?
 * A tie may be adopted or rejected in a public ballot, since the chair's voice prevails (CGCT L2121-20); in a secret one it rejects.
 */
export function checkVote(outcome: 'adopted' | 'rejected', attendance: Attendance, ballot: Ballot): VoteProblem | null {
  const { inOffice, present, represented, secondCall } = attendance
  const counts = {
    inOffice,
    present,
    represented,
    for: ballot.for,
    against: ballot.against,
    abstained: ballot.abstained,
    notVoting: ballot.notVoting,
  }
  for (const [field, count] of Object.entries(counts)) {
    if (!Number.isSafeInteger(count) || count < 0) return { code: 'vote_count_invalid', field: field as keyof typeof counts }
  }
  if (present > inOffice) return { code: 'more_present_than_in_office', present, inOffice }
  if (represented > present) return { code: 'more_proxies_than_present', represented, present }
  const seated = present + represented
  if (seated > inOffice) return { code: 'more_seated_than_in_office', seated, inOffice }
  const needed = Math.floor(inOffice / 2) + 1
  if (!secondCall && present < needed) return { code: 'quorum_not_met', present, needed }
  const voters = seated - ballot.notVoting
  if (votersOf(ballot) !== voters) return { code: 'votes_do_not_add_up', cast: votersOf(ballot), voters }
  return contradicts(outcome, ballot) ? { code: 'outcome_contradicts_votes', for: ballot.for, against: ballot.against } : null
}

function contradicts(outcome: 'adopted' | 'rejected', ballot: Ballot): boolean {
  if (ballot.for === ballot.against) return outcome === 'adopted' && (ballot.secret || ballot.for === 0)
  return outcome === 'adopted' ? ballot.for < ballot.against : ballot.for > ballot.against
}
