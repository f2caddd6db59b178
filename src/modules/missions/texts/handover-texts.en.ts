import type { HandoverTexts } from './handover-texts.fr.ts'

const en: HandoverTexts = {
  title: 'Handover',
  lead: 'Someone leaves: what they owe and follow in your missions passes to a colleague, in one go. What they did stays in their name.',
  holders: 'Who has work under way',
  caption: 'Tasks and invitations under way, by person',
  person: 'Person',
  tasks: 'Tasks to do',
  invitations: 'Invitations without an answer',
  gone: 'no longer a member',
  unknown: 'Former colleague',
  none: 'Nobody has a task or an invitation under way in their name.',
  pass: 'Hand over',
  from: 'From',
  to: 'To',
  submit: 'Hand over',
  events: { 'work.handed_over': 'Work handed over to a colleague' },
  problems: {
    same_person: 'Choose two different people',
    not_a_colleague: 'This person is not a member of your organisation',
    reads_only: 'This person only reads: give them another role first',
    nothing_to_hand_over: 'This person has neither task nor invitation under way',
  },
}

export default en
