import type { MemoryTexts } from './memory-texts.fr.ts'

const some = (count: number, one: string, more: string) => (count === 0 ? '' : count === 1 ? `1 ${one}` : `${count} ${more}`)

const en: MemoryTexts = {
  kicker: 'Memory',
  title: (name) => (name === '' ? 'What we know of a territory' : name),
  lead: 'What happened with this organisation and in its city: visits, missions, agreements, people met, promises and gifts.',
  ask: { title: 'Look up', name: 'Organisation', city: 'City', country: 'Country', go: 'Remember' },
  counts: ({ visits, missions, requests, agreements, planned, lastYear }) =>
    [
      some(visits, 'visit received', 'visits received'),
      some(missions, 'mission', 'missions'),
      some(requests, 'other request', 'other requests'),
      some(agreements, 'agreement', 'agreements'),
      planned === 0 ? '' : `${planned} to come`,
      lastYear === null ? '' : `last in ${lastYear}`,
    ]
      .filter(Boolean)
      .join(', '),
  first: 'Nothing is known with this organisation nor in its city: this is a first.',
  hint: 'Met before',
  link: 'All we know of them',
  near: 'Visits, missions and requests',
  elsewhere: (count) => `Elsewhere in the country (${count})`,
  agreements: {
    title: 'Agreements',
    caption: 'Agreements with this organisation or its city',
    none: 'No agreement.',
    what: 'Agreement',
    signed: 'Signed on',
  },
  met: {
    title: 'People met',
    caption: 'People met during the visits',
    none: 'Nobody yet: a visit to come counts once it has begun.',
    who: 'Who',
    where: 'During',
    when: 'When',
  },
  promises: {
    title: 'Promises',
    caption: 'Promises kept and still to keep',
    none: 'Nothing was promised, or nobody wrote it down.',
    note: (open, kept) => `${open} to keep, ${kept} kept.`,
    what: 'Promise',
    by: 'By',
    due: 'Due on',
    state: 'State',
    late: 'late',
  },
  gifts: { title: 'Gifts', caption: 'Gifts exchanged', none: 'No gift is in the register.', what: 'Gift', giver: 'Given by', when: 'On' },
  sequels: {
    title: 'What the visit became',
    originTitle: 'Where this mission comes from',
    agreementTitle: 'The visits this agreement comes from',
    note: (organisation) => `Read by ${organisation} alone, and seen from both ends.`,
    caption: 'What visits became',
    visit: 'Visit',
    became: 'Became',
    after: 'After',
    promise: 'Promise',
    months: (months) => (months < 1 ? 'less than a month' : months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`),
    none: 'Nothing is noted yet.',
    add: 'Note what it became',
    addOrigin: 'This mission came from a visit',
    thing: 'The mission or the agreement',
    missions: 'Missions',
    agreements: 'Agreements',
    because: 'The promise that led there',
    noPromise: 'None in particular',
    whichVisit: 'The visit',
    remove: 'Remove',
    removeOf: (title) => `Remove the link with: ${title}`,
  },
  problems: {
    sequel_missing: 'Choose a mission or an agreement',
    not_a_visit: 'Only a delegation received or an event can become something else',
    promise_unknown: 'This promise is no longer noted',
    a_visit_does_not_become_itself: 'Choose another mission',
    a_sequel_is_said_once: 'This is noted already',
  },
}

export default en
