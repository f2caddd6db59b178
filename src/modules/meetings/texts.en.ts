import { slotRanges } from './domain/explanation.ts'
import type { MeetingsTexts } from './texts.fr.ts'

const en: MeetingsTexts = {
  title: 'Meetings',
  explanation: {
    noWait: 'Nobody waits between two meetings.',
    wait: ({ participant, slots, before, after }) =>
      `${participant} waits between ${before} and ${after} (${slots.length > 1 ? 'slots' : 'slot'} ${slotRanges(slots)}).`,
    conflict: 'No plan keeps all of these together:',
    minimal: 'Without any one of them there would be one.',
    notMinimal: 'Some of them may have no part in it: there was no time to tell.',
    mostHeld: (held, dropped, isMost) =>
      `${held === 1 ? '1 meeting' : `${held} meetings`} can be held${held === 1 ? '' : ' together'}${isMost ? ', and no more' : ''}: all but ${dropped.join(', ')}.`,
    fact: (fact) => {
      switch (fact.kind) {
        case 'meeting':
          return `${fact.meeting}, between ${fact.participants.join(' and ')}, is held${place(fact.slots)}`
        case 'away':
          return `${fact.participant} is away (${fact.slots.length > 1 ? 'slots' : 'slot'} ${slotRanges(fact.slots)})`
        case 'order':
          return `${fact.earlier} comes before ${fact.later}`
        case 'tables':
          return fact.tables > 1 ? `there are ${fact.tables} tables` : fact.tables === 1 ? 'there is one table' : 'there is no table'
        case 'fairness':
          return `the breaks of any two participants differ by no more than ${fact.difference}`
      }
    },
  },
}

function place(slots: readonly number[] | null): string {
  if (slots === null) return ''
  if (slots.length === 0) return ', but at no slot'
  return ` at ${slots.length > 1 ? 'one of the slots' : 'slot'} ${slotRanges(slots)}`
}

export default en
