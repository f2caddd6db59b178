import type { AppTexts } from './texts.fr.ts'

const en: AppTexts = {
  productName: 'Escale',
  tagline: 'The mission room of territories',
  navigation: { home: 'Home', missions: 'Missions', acts: 'Acts', directory: 'Directory', settings: 'Settings' },
  actingFor: 'You act for',
  change: 'Change',
  signIn: 'Sign in',
  signOut: 'Sign out',
  myAccount: 'My account',
  otherLanguage: 'Français',
  footer: { accessibility: 'Accessibility: not compliant', openSource: 'Open-source components', source: 'Free software under the EUPL-1.2 licence' },
  demoBanner: 'Demonstration: people are fictitious, except the public officials named by the documents.',
  country: 'Country',
  persons: (count) => (count > 1 ? `${count} people` : count === 1 ? 'one person' : 'nobody yet'),
  organisationsAndCompanies: (organisations, companies) =>
    `${organisations} ${organisations === 1 ? 'organisation' : 'organisations'}, including ${companies} ${companies === 1 ? 'company' : 'companies'}`,
  ownShare: 'Share of your organisation',
  noExpense: 'No expense',
  home: {
    title: (name) => `Hello ${name}`,
    lead: 'What comes next, and who owes it, for the open missions of your organisation.',
    next: 'To do',
    caption: 'Open missions and what blocks them',
    what: 'Next step',
    who: 'Owed by',
    nothing: 'Nothing blocks',
  },
  history: {
    title: 'History',
    note: 'Each change is written by the database itself and is not erased. What a partner does in private shows to that partner only.',
    label: 'Changes, the latest first',
    system: 'The system',
    operations: {
      insert: (entity) => `Added (${entity})`,
      update: (entity) => `Changed (${entity})`,
      delete: (entity) => `Removed (${entity})`,
    },
  },
  flash: {
    saved: 'Saved.',
    created: 'Created.',
    removed: 'Removed.',
    imported: 'The import is done.',
    sent: 'Sent.',
    reversed: 'The line is cancelled by a reversal.',
    submitted: 'The act is frozen and handed to the assembly.',
    voted: 'The vote is recorded.',
    signedOut: 'You are signed out.',
  },
  errors: {
    notFoundTitle: 'There is nothing at this address',
    notFound: 'The page may have moved, or the object is not shared with the organisation you act for.',
    forbiddenTitle: 'Your role does not permit this',
    forbidden: 'An administrator of your organisation can give you one more role.',
    failedTitle: 'Something failed on our side',
    failed: 'Nothing that was saved is lost. Try again; if it happens again, give this number to your administrator.',
    requestNumber: 'Request number',
    backHome: 'Back to the home page',
  },
}

export default en
