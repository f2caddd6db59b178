import type { DeputyTexts } from './deputy-texts.fr.ts'

const en: DeputyTexts = {
  title: 'Standing in',
  lead: 'Who acts on behalf of whom, and until when. Every act keeps both names.',
  bounds:
    'Whoever stands in has the roles of the colleague, save what is done in person: administering the organisation, recording a vote, signing off a partner’s part, taking the directory away, reading a passport, naming somebody to stand in.',
  caption: 'Who stands in within the organisation',
  none: 'Nobody stands in for anybody.',
  principal: 'On behalf of',
  deputy: 'Who stands in',
  from: 'From',
  to: 'Until',
  reason: 'Reason',
  reasonHint: 'A leave or a journey, for instance. Your colleagues read it.',
  state: 'State',
  states: { to_come: 'to come', standing: 'running', over: 'over', ended: 'stopped' },
  action: 'What to do',
  end: 'Stop',
  endOf: (deputy, principal) => `Stop ${deputy} standing in for ${principal}`,
  name: 'Have somebody stand in',
  nameNote: 'A colleague acts on your behalf, for a year at most, and is told by a message.',
  nameNoteForAll: 'A colleague acts on behalf of another, for a year at most. Both are told by a message.',
  save: 'Let them stand in',
  choiceTitle: 'On behalf of somebody',
  choose: (principal) => `Act on behalf of ${principal}`,
  chooseShort: 'Act on their behalf',
  until: (organisation, day) => `${organisation}, until ${day}`,
  problems: {
    required: 'This answer is needed.',
    too_long: 'This is too long.',
    unknown: 'Choose from the list.',
    date_malformed: 'Write a date, for example 2027-01-31.',
    deputy_is_another: 'Choose somebody else.',
    deputyship_ends_after_it_starts: 'This day is before the first one.',
    deputyship_lasts_a_year_at_most: 'Nobody stands in for more than a year.',
    deputyship_is_past: 'This day has passed.',
    one_deputyship_at_a_time: 'This person already stands in on some of these days.',
    request_repeated: 'This request has already been sent with other answers. Reload the page.',
  },
  letter: {
    subject: (deputy, principal) => `${deputy} acts on behalf of ${principal}`,
    body: (deputy, principal, from, to) => `From ${from} to ${to}, ${deputy} may act in Escale on behalf of ${principal}.`,
    bounds: 'Every act keeps both names. It can be stopped at any moment.',
    see: 'See who stands in',
  },
}

export default en
