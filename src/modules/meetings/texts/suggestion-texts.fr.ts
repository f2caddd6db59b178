import type { AffinityKind, AffinityPoints } from '../domain/affinity.ts'

const fr = {
  reasons: {
    offers_my_need: (words: string) => `propose ce que vous cherchez (${words})`,
    needs_my_offer: (words: string) => `cherche ce que vous proposez (${words})`,
    same_sector: (words: string) => `même secteur (${words})`,
    same_trade: (words: string) => `même branche (${words})`,
    in_my_market: (words: string) => `dans un pays que vous visez (${words})`,
    in_their_market: (words: string) => `vise votre pays (${words})`,
    same_stage: (words: string) => `au même stade (${words})`,
    met_before: () => 'vous vous êtes déjà rencontrés',
    same_event_before: () => 'déjà au même événement que vous',
    no_common_language: () => 'aucune langue commune : un interprète viendra',
  } satisfies Record<AffinityKind, (words: string) => string>,
  joined: (reasons: readonly string[]) => reasons.join(' ; '),
  title: 'Comment ces rapprochements sont faits',
  notice: (points: AffinityPoints) =>
    `Traitement algorithmique (articles L. 311-3-1 et R. 311-3-1-1 du code des relations entre le public et l’administration). Finalité : aider chacun à voir pourquoi une rencontre aurait un sens ; rien n’est classé ni décidé. Données : les offres, besoins, secteurs et langues écrits par les participants, leur pays ; les codes de nomenclature, le stade et les marchés que l’autre accepte de montrer ; votre présence commune à un événement antérieur des mêmes organisateurs, et les rendez-vous que votre côté y a dits tenus. Les souhaits n’en font pas partie. Poids : une offre qui répond à un besoin ${points.offers_my_need}, un besoin auquel répond une offre ${points.needs_my_offer}, un secteur commun ${points.same_sector}, une branche commune ${points.same_trade}, l’autre dans un pays que vous visez ${points.in_my_market}, vous dans un pays que l’autre vise ${points.in_their_market}, le même stade ${points.same_stage}, un rendez-vous déjà tenu ${points.met_before}, un événement en commun ${points.same_event_before}, aucune langue commune ${points.no_common_language}. Vous pouvez demander aux organisateurs les règles qui définissent ce traitement et la manière dont il vous a été appliqué.`,
}

export type SuggestionTexts = typeof fr
export default fr
