import type { HandoverTexts } from './handover-texts.fr.ts'

const en: HandoverTexts = {
  title: 'Handover',
  lead: 'Someone leaves: what they owe and follow in your missions passes to a colleague, in one go. What they did stays in their name, and the mission stays with your organisation.',
  holders: 'Who has work under way',
  caption: 'Work under way, by person',
  person: 'Person',
  tasks: 'Tasks to do',
  invitations: 'Invitations without an answer',
  items: 'Things to gather before a departure',
  passportsNote: 'The right to read passports does not pass on with the rest: the lead of the mission names somebody else.',
  readsPassports: (name) => `${name || 'A former colleague'} reads those of`,
  gone: 'no longer a member',
  unknown: 'Former colleague',
  none: 'Nobody has work under way in their name.',
  pass: 'Hand over',
  from: 'From',
  to: 'To',
  submit: 'Hand over',
  events: { 'work.handed_over': 'Work handed over to a colleague' },
  problems: {
    same_person: 'Choose two different people',
    not_a_colleague: 'This person is not a member of your organisation',
    reads_only: 'This person only reads: give them another role first',
    nothing_to_hand_over: 'This person has no work under way to hand over',
  },
}

export default en
