import type { AssemblyTexts } from './assembly-texts.fr.ts'

const en: AssemblyTexts = {
  section: 'The act of the assembly',
  note: 'The text goes to the assembly before anybody signs. The report and the deliberation are written from the agreement: parties, domains, pledges, term, forecast amount.',
  proves:
    'The vote on this act is that on the agreement. Transmitted to the State once the agreement is signed, it makes it enter into force.',
  act: 'Act',
  actOf: (reference) => (reference === '' ? 'Act being prepared' : `Report no. ${reference}`),
  state: 'State',
  states: {
    draft: 'Being prepared',
    submitted: 'Before the assembly',
    adjourned: 'Adjourned',
    voted: 'Voted',
    adopted: 'Adopted',
    rejected: 'Rejected',
  },
  meeting: 'Meeting',
  prepare: 'Prepare the act',
}

export default en
