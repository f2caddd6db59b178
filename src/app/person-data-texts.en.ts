import type { PersonDataTexts } from './person-data-texts.fr.ts'

const en: PersonDataTexts = {
  title: 'Data of this person',
  lead: 'What your organisation keeps of them, for how long, and what goes if they ask for it.',
  open: 'Their data, and erasing it',
  directory: 'Directory',
  kept: {
    title: 'What is kept',
    caption: 'What is kept of this person, and what erasing does to it',
    what: 'What',
    count: 'How many',
    fate: 'If they are erased',
    rows: {
      card: 'Card, positions, contact details',
      delegations: 'Place in a delegation, with name and capacity',
      applications: 'Application to a mission',
      exchanges: 'Letter, call or meeting',
      history: 'Line of the journal about the card',
    },
    fates: {
      card: 'Erased, with the copies kept to undo a merge.',
      delegations:
        'Stays, without a link to a card: the list of who travelled is part of the acts voted and of the accounts (French heritage code, L212-2; ten years for accounts).',
      applications: 'Stays, without a link to a card, until its own rule ends.',
      exchanges: 'Stays in the story of the city, without their name.',
      history: 'The line stays in its chain, proven by its digest; its content is emptied.',
    },
    rule: (days, ground) => `Retention rule: ${days} days after the last contact. ${ground}`,
  },
  access: {
    title: 'Give them their data',
    note: 'One archive: all of the above, as an accessible PDF, as a page that reads without Escale, and as JSON. The journal notes that it was made.',
    get: 'Download the archive',
  },
  erase: {
    title: 'Erase at their request',
    note: 'Cannot be undone. The journal will say that a card was erased, when and why, not whose.',
    confirm: 'The person asked to be erased, and their identity was checked',
    submit: 'Erase this person',
  },
  problems: {
    not_confirmed: 'Tick the box: erasing cannot be undone',
    nothing_chosen: 'Choose at least one card',
    no_longer_overdue: 'One of these cards is no longer to be erased: read the list again',
  },
  unknown: 'Reload the page, then start again',
  archive: {
    title: (name) => `Data of ${name}`,
    lead: (organisation, at) => `Kept by ${organisation}. Archive made on ${at}.`,
    nothing: 'Nothing.',
    file: 'Personal data',
    columns: {
      name: 'Name',
      reach: 'How to reach them',
      on: 'On',
      what: 'What',
      who: 'Who',
      between: (one, other) => `${one} and ${other}`,
      from: 'Since',
      until: 'Until',
    },
    parts: {
      card: 'Card',
      rule: 'Retention rule',
      delegations: 'Travels',
      applications: 'Applications',
      exchanges: 'Letters, calls and meetings',
      promises: 'Promises made or received',
      signatures: 'Agreements signed',
      visits: 'Visits and events',
      meetings: 'One-to-one meetings',
      documents: 'Documents about them',
      history: 'Journal of the card',
    },
  },
  retention: {
    title: 'Retention of cards',
    lead: 'The card of a person is kept for a reason, and for a time. Nothing is erased without you.',
    settings: 'Settings',
    rules: {
      title: 'Rules of today',
      caption: 'Retention rules, by legal basis',
      basis: 'Legal basis of the card',
      days: 'Kept after the last contact',
      daysOf: (days) => `${days} days`,
      ground: 'Source of the rule',
    },
    due: {
      title: 'To be erased',
      note: 'A dry run: these cards are past their rule. A letter, a call, a meeting or a mission linked to the card counts as a contact.',
      noteOf: (basis, contact, until) => `${basis}; last contact on ${contact}, to be kept until ${until}`,
      caption: 'Cards kept longer than their rule',
      none: 'No card is past its rule.',
      submit: 'Erase the ticked cards',
    },
    done: {
      title: 'Erased so far',
      caption: 'Erasings, the latest first',
      none: 'Nothing has been erased yet.',
      at: 'On',
      reason: 'Why',
      reasons: { rule: 'retention rule', request: 'request of the person' },
      stayed: 'Stayed by law',
      stayedOf: (delegations, applications) =>
        [delegations > 0 && `delegations: ${delegations}`, applications > 0 && `applications: ${applications}`]
          .filter(Boolean)
          .join(', ') || 'nothing',
    },
  },
}

export default en
