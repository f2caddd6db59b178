import type { SuggestionTexts } from './suggestion-texts.fr.ts'

const criteria: SuggestionTexts['criteria'] = {
  offers_my_need: 'an offer that meets a need',
  needs_my_offer: 'a need that an offer meets',
  same_sector: 'a sector in common',
  same_trade: 'a trade in common',
  in_my_market: 'the other in a country you aim for',
  in_their_market: 'you in a country the other aims for',
  same_stage: 'the same stage',
  met_before: 'a meeting held before',
  same_event_before: 'an event in common',
  no_common_language: 'no language in common',
}

const weighed: SuggestionTexts['weights'] = (version, weights) =>
  `Version ${version} of the score. Weights: ${weights.map(({ kind, points }) => `${criteria[kind]} ${points}`).join(', ')}.`

const en: SuggestionTexts = {
  reasons: {
    offers_my_need: (words) => `offers what you look for (${words})`,
    needs_my_offer: (words) => `looks for what you offer (${words})`,
    same_sector: (words) => `same sector (${words})`,
    same_trade: (words) => `same trade (${words})`,
    in_my_market: (words) => `in a country you aim for (${words})`,
    in_their_market: (words) => `aims for your country (${words})`,
    same_stage: (words) => `at the same stage (${words})`,
    met_before: () => 'you have met before',
    same_event_before: () => 'was at an earlier event with you',
    no_common_language: () => 'no language in common: an interpreter will come',
  },
  joined: (reasons) => reasons.join('; '),
  title: 'How these links are made',
  criteria,
  weights: weighed,
  kept: 'Suggestions kept',
  keptFor: (company) => `Suggestions kept: ${company}`,
  keptNote:
    'What was shown, each time it was something else than before: who read it, what the company had written, the weights, and what weighed in each pair. By name, in no ranking; wishes are not in it.',
  keptForLink: 'What was shown to you, each time it was something else than before. Only you and the organisers read it.',
  all: 'All companies',
  none: 'Nothing has been suggested yet',
  noneNote: 'What brings a company together with others is kept here as soon as somebody reads it, on its page or by its link.',
  run: (number, moment, name) =>
    name === null ? `Run ${number}, on ${moment}, read by the link of the company` : `Run ${number}, on ${moment}, read by ${name}`,
  byLink: 'the company, by its link',
  compared: (compared, found) =>
    `Compared with ${compared} ${compared === 1 ? 'other' : 'others'}; ${found === 0 ? 'no pair has' : found === 1 ? 'one pair has' : `${found} pairs have`} something in common.`,
  found: 'Pairs',
  pairs: (number) => `Pairs of run ${number}`,
  other: 'Other company',
  why: 'What weighed',
  points: 'Weight',
  nothing: 'Nothing brought it together with others.',
  gone: 'takes part no longer',
  own: {
    told: (facts) => (facts.length === 0 ? 'It had written nothing of itself yet.' : `It had written of itself: ${facts.join('; ')}.`),
    offers: 'Offers',
    needs: 'Needs',
    sectors: 'Sectors',
    languages: 'Languages',
    country: 'Country',
  },
  file: {
    name: 'Suggestions',
    xlsx: 'Workbook (XLSX)',
    csv: 'CSV',
    pairs: 'Pairs',
    written: 'Data',
    weights: 'Weights',
    company: 'Company',
    run: 'Run',
    shownAt: 'Shown on',
    shownTo: 'Read by',
    version: 'Version of the score',
    compared: 'Compared with',
    criterion: 'Criterion',
    inCommon: 'In common',
    codes: 'Codes of nomenclatures',
    stage: 'Stage',
    markets: 'Markets',
  },
  notice: (version, weights) =>
    `Algorithmic processing (articles L. 311-3-1 and R. 311-3-1-1 of the French code of relations between the public and the administration). Purpose: to help everyone see why a meeting would make sense; nothing is ranked, nothing is decided. Data: the offers, needs, sectors and languages that companies wrote, and their country; the codes, stage and markets that the other agreed to show; whether both were at an earlier event of the same organisers, and the meetings your side told were held there. Wishes play no part. ${weighed(version, weights)} What is shown to you is kept with its version, its weights and its data, pair by pair, until three years after the event; you read it, and so do the organisers and whoever brought you. You may ask the organisers for the rules of this processing and how they were applied to you.`,
}

export default en
