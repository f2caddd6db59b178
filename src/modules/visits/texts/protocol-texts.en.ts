import type { ProtocolTexts } from './protocol-texts.fr.ts'

const en: ProtocolTexts = {
  sides: { host: 'Host', visitor: 'Visitor' },
  title: 'Order of precedence',
  note: 'Rank in the French decree of 13 September 1989, outside Paris, then seniority, then the alphabet. What the text does not say is custom, and marked so.',
  caption: 'Guests, in order of precedence',
  place: 'Order',
  guest: 'Guest',
  side: 'Side',
  rank: 'Rank',
  decree: (rank) => `art. 3, item ${rank}`,
  custom: 'custom',
  invites: 'invites',
  none: 'No guest is listed.',
  remove: 'Remove',
  removeOf: (name) => `Remove the guest: ${name}`,
  add: 'List a guest',
  name: 'Name',
  capacity: 'Title or function',
  chooseRank: 'Protocol rank',
  byDecree: 'Ranks of the decree',
  byCustom: 'Customs of the house',
  since: 'First elected or appointed on',
  sinceHint: 'Decides between two guests of the same rank.',
  isInviting: 'This is the authority that invites',
  invitingHint: 'Only one, among the hosts: it takes the second place, after the representative of the State (art. 9).',
  sources: 'Where these ranks come from',
  sourcesCaption: 'Ranks, with their source',
  source: 'Source',
  problems: {
    rank_unknown: 'Choose a rank of the list',
    a_host_invites: 'The authority that invites is among the hosts',
    one_authority_invites: 'Another authority invites already: remove it first',
    a_guest_is_listed_once: 'This guest is listed on that side already',
  },
}

export default en
