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
  byHand: {
    note: 'Choose a slot and a place: what that changes for everybody is read before it is confirmed.',
    waitingNote: 'This meeting is wished for and has no place. Choose a slot and a place, or one of those proposed below.',
    now: 'Now',
    next: 'Then',
    waiting: 'waits for a place',
    place: (slot, spot) => `${slot}, ${spot}`,
    slot: 'Slot',
    spot: 'Place',
    look: 'See what that changes',
    move: 'Move the meeting',
    put: 'Place the meeting',
    forbidden: 'Not there',
    harmless: 'Nobody else is affected.',
    waits: (who, slots, after, before, from) =>
      `${who} would wait ${slots > 1 ? `${slots} slots` : 'one slot'} between the meeting of ${after} (${from}) and that of ${before}.`,
    settled: (who, slots, after, before, from) =>
      `${who} would no longer wait ${slots > 1 ? `${slots} slots` : 'one slot'} between the meeting of ${after} (${from}) and that of ${before}.`,
    joined: (who) => `${who} would come to it.`,
    freed: (who) => `${who} would no longer come to it.`,
    stale: 'Somebody moved, placed or took off this meeting meanwhile: this is how it stands now. Look again before you confirm.',
    locked: 'This meeting is locked: unlock it on the board to move it.',
    elsewhere: 'Where it would be possible',
    elsewhereNote: 'At the other slots, without breaking any rule; the fewest waits first.',
    nowhereElse: 'At no other slot: somebody is away or taken already, or no place is free.',
    effect: 'Waits',
    moreWaits: (count) => (count === 0 ? 'no more waits' : count > 0 ? `${count} more` : `${-count} fewer`),
    takeOff: 'Take off the board',
    takeOffNote: 'The wish waits for a place again.',
    waitingTitle: 'Wishes that wait for a place',
    waitingList: 'They answer each other, and are not on the board.',
    noneWaiting: 'None: all that answer each other are on the board.',
    must: 'must meet',
    more: (count) => `and ${count} more`,
    moveLink: 'Move',
    moveOf: (name) => `Move: ${name}`,
    putOf: (name) => `Place: ${name}`,
    putLink: 'Place',
    dragHint:
      'Drag a meeting to a cell, or press Alt and an arrow while the “Move” link has the focus: nothing changes before it is confirmed.',
    changed: (count) =>
      count > 1 ? `Somebody has just changed ${count} meetings of the board.` : 'Somebody has just changed one meeting of the board.',
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
    twice_at_once: (who, when, meeting) => `${who} already has the meeting of ${meeting}: ${when}`,
    spot_taken: (spot, when, meeting) => `${spot} already holds the meeting of ${meeting}: ${when}`,
    too_far: (who, meeting) => `${who} would have no time for the way from or to the meeting of ${meeting}`,
    quota: (who, held, quota) => `${who} would have ${held} meetings, above the quota of ${quota}`,
    lock_broken: (meeting) => `${meeting}: this meeting is locked`,
  },
}

export default en
