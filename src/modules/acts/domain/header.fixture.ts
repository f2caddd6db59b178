import type { ReportFacts } from './facts.ts'

/** What somebody writes at the head of an act, for it to hold these facts. */
export function headerOf({ authority, meeting, proposer, signatory }: ReportFacts) {
  return {
    authorityName: authority.name,
    authorityGender: authority.gender,
    directorates: authority.directorates,
    place: authority.place,
    body: meeting.body,
    bodyGender: meeting.bodyGender,
    chair: meeting.chair,
    rapporteurs: meeting.rapporteurs,
    proposer,
    signatory,
  }
}
