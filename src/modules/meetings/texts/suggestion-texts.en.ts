import type { SuggestionTexts } from './suggestion-texts.fr.ts'

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
  notice: (points) =>
    `Algorithmic processing (articles L. 311-3-1 and R. 311-3-1-1 of the French code of relations between the public and the administration). Purpose: to help everyone see why a meeting would make sense; nothing is ranked, nothing is decided. Data: the offers, needs, sectors and languages that companies wrote, and their country; the codes, stage and markets that the other agreed to show; whether both were at an earlier event of the same organisers, and the meetings your side told were held there. Wishes play no part. Weights: an offer that meets a need ${points.offers_my_need}, a need that an offer meets ${points.needs_my_offer}, a sector in common ${points.same_sector}, a trade in common ${points.same_trade}, the other in a country you aim for ${points.in_my_market}, you in a country the other aims for ${points.in_their_market}, the same stage ${points.same_stage}, a meeting held before ${points.met_before}, an event in common ${points.same_event_before}, no language in common ${points.no_common_language}. You may ask the organisers for the rules of this processing and how they were applied to you.`,
}

export default en
