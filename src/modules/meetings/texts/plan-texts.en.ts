import type { RoleName } from '../domain/snapshot.ts'
import type { PlanTexts } from './plan-texts.fr.ts'

const roles: Record<RoleName, string> = {
  one: 'somebody from the first',
  other: 'somebody from the second',
  interpreter: 'an interpreter',
  escort: 'an escort',
  vehicle: 'a vehicle',
}

const en: PlanTexts = {
  instance: {
    title: 'Import a published instance',
    note: 'An instance of the published benchmark becomes an event: participants without a name of their own, tables, absences, meetings that all have to be held. It is planned here, and an independent verifier reads the plan again.',
    link: 'Import a published instance',
    leg: 'Leg whose first day holds the event',
    file: 'JSON file of the instance',
    submit: 'Open the event',
    faults: 'What cannot be read in the document',
  },
  verdict: {
    title: 'Verification',
    note: 'A verifier that shares no code with the planning reads the plan again from the frozen snapshot alone.',
    upheld: 'Every rule is kept, and each criterion counted again gives the same figure.',
    broken: 'The verifier does not agree',
    differs: (level, said, counted) => `${level}: the run says ${said}, counted again it is ${counted}`,
    meetings: 'Meetings read again',
    waits: 'Waits per person',
    fromTo: (fewest, most) => (fewest === most ? String(most) : `from ${fewest} to ${most}`),
    moves: 'Moves',
    movesOf: (made, allowed) => `${made} of ${allowed} allowed`,
  },
  rules: {
    meeting: (one, other) => `${one} and ${other}`,
    not_wished: (meeting) => `${meeting}: nobody wished for this meeting`,
    met_twice: (meeting) => `${meeting} would meet twice`,
    nowhere: (meeting) => `${meeting}: this slot or this place is no more`,
    wrong_spot: (spot, meeting) => `${spot} is not a place where ${meeting} can meet`,
    nobody_for: (role, meeting) => `${meeting}: ${roles[role]} is missing`,
    stranger: (who, meeting) => `${who} has no part in the meeting of ${meeting}`,
    away: (who, when) => `${who} is away: ${when}`,
    twice_at_once: (who, when, meeting) => `${who} is taken already ${when} by the meeting of ${meeting}`,
    spot_taken: (spot, when, meeting) => `${spot} is taken already ${when} by the meeting of ${meeting}`,
    too_far: (who, meeting) => `${who} would have no time for the way from or to the meeting of ${meeting}`,
    quota: (who, held, quota) => `${who} would have ${held} meetings, above the quota of ${quota}`,
    lock_broken: (meeting) => `${meeting}: this meeting is locked`,
  },
}

export default en
