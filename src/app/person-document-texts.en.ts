import type { PersonDocumentTexts } from './person-document-texts.fr.ts'

const en: PersonDocumentTexts = {
  title: 'Documents about them',
  note: 'Those that name this person or concern them, and that you may open.',
  document: 'Document',
  about: 'About',
  on: 'Dated',
  seen: 'Read by',
  kinds: {
    wording: (language) => `Text of the agreement, in ${language}`,
    minutes: () => 'Minutes of the steering committee',
    act: (reference) => (reference ? `Act ${reference}` : 'Act, without a reference yet'),
    order: (number) => `Travel order ${number}`,
    evidence: (requirement) => `Proof for the departure: ${requirement}`,
    moment: (name) => name,
    programme: (number) => `Their programme, release ${number}`,
    receipt: (label) => `Receipt: ${label}`,
    letter: (subject) => `Letter: ${subject}`,
  },
  seenBy: {
    organisation: (organisation) => `the members of ${organisation}`,
    everyone: () => 'everyone: the act is published',
    partners: () => 'every partner of the mission',
    partners_and_travellers: () => 'every partner of the mission, and those expected there',
    organisation_and_travellers: (organisation) => `the members of ${organisation}, and those of its travellers expected there`,
    preparers: (organisation) => `those who prepare departures at ${organisation}`,
    register: (organisation) => `those of ${organisation} who prepare departures, keep the accounts or the assembly`,
    accounts: (organisation) => `this person, and those who keep the accounts at ${organisation}`,
    answerers: (organisation) => `who received it, and those who answer requests at ${organisation}`,
  },
}

export default en
