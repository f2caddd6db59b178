import type { AffinityKind } from '../domain/affinity.ts'
import type { SuggestionRun } from '../domain/suggestion-run.ts'

type Weights = SuggestionRun['weights']

const criteria: Readonly<Record<AffinityKind, string>> = {
  offers_my_need: 'une offre qui répond à un besoin',
  needs_my_offer: 'un besoin auquel répond une offre',
  same_sector: 'un secteur commun',
  same_trade: 'une branche commune',
  in_my_market: 'l’autre dans un pays que vous visez',
  in_their_market: 'vous dans un pays que l’autre vise',
  same_stage: 'le même stade',
  met_before: 'un rendez-vous déjà tenu',
  same_event_before: 'un événement en commun',
  no_common_language: 'aucune langue commune',
}

const weighed = (version: number, weights: Weights) =>
  `Version ${version} du calcul. Poids : ${weights.map(({ kind, points }) => `${criteria[kind]} ${points}`).join(', ')}.`

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
  criteria,
  weights: weighed,
  kept: 'Rapprochements conservés',
  keptFor: (company: string) => `Rapprochements conservés : ${company}`,
  keptNote:
    'Ce qui a été montré, chaque fois que c’était autre chose que la fois d’avant, avec qui l’a lu, ce que l’entreprise avait écrit, les poids, et ce qui a compté dans chaque paire. Par nom, sans classement ; les souhaits n’y figurent pas.',
  keptForLink:
    'Ce qui vous a été montré, chaque fois que c’était autre chose que la fois d’avant. Vous seuls et les organisateurs le lisez.',
  all: 'Toutes les entreprises',
  none: 'Rien n’a encore été rapproché',
  noneNote: 'Ce qui rapproche une entreprise des autres est gardé ici dès que quelqu’un le lit, sur sa page ou par son lien.',
  run: (number: number, moment: string, name: string | null) =>
    name === null ? `Calcul ${number}, le ${moment}, lu par le lien de l’entreprise` : `Calcul ${number}, le ${moment}, lu par ${name}`,
  byLink: 'l’entreprise, par son lien',
  compared: (compared: number, found: number) =>
    `Comparée à ${compared} ${compared > 1 ? 'autres' : 'autre'} ; ${found === 0 ? 'aucune paire n’a' : found === 1 ? 'une paire a' : `${found} paires ont`} quelque chose en commun.`,
  found: 'Paires',
  pairs: (number: number) => `Paires du calcul ${number}`,
  other: 'Autre entreprise',
  why: 'Ce qui a compté',
  points: 'Poids',
  nothing: 'Rien ne la rapprochait des autres.',
  gone: 'ne participe plus',
  own: {
    told: (facts: readonly string[]) =>
      facts.length === 0 ? 'Elle n’avait encore rien écrit d’elle-même.' : `Elle avait écrit d’elle-même : ${facts.join(' ; ')}.`,
    offers: 'Offres',
    needs: 'Besoins',
    sectors: 'Secteurs',
    languages: 'Langues',
    country: 'Pays',
  },
  file: {
    name: 'Rapprochements',
    xlsx: 'Classeur (XLSX)',
    csv: 'CSV',
    pairs: 'Paires',
    written: 'Données',
    weights: 'Poids',
    company: 'Entreprise',
    run: 'Calcul',
    shownAt: 'Montré le',
    shownTo: 'Lu par',
    version: 'Version du calcul',
    compared: 'Comparée à',
    criterion: 'Critère',
    inCommon: 'En commun',
    codes: 'Codes de nomenclature',
    stage: 'Stade',
    markets: 'Marchés',
  },
  notice: (version: number, weights: Weights) =>
    `Traitement algorithmique (articles L. 311-3-1 et R. 311-3-1-1 du code des relations entre le public et l’administration). Finalité : aider chacun à voir pourquoi une rencontre aurait un sens ; rien n’est classé ni décidé. Données : les offres, besoins, secteurs et langues écrits par les participants, leur pays ; les codes de nomenclature, le stade et les marchés que l’autre accepte de montrer ; votre présence commune à un événement antérieur des mêmes organisateurs, et les rendez-vous que votre côté y a dits tenus. Les souhaits n’en font pas partie. ${weighed(version, weights)} Ce qui vous est montré est conservé avec sa version, ses poids et ses données, par paire, jusqu’à trois ans après l’événement ; vous le lisez, ainsi que les organisateurs et qui vous a amené. Vous pouvez demander aux organisateurs les règles qui définissent ce traitement et la manière dont il vous a été appliqué.`,
}

export type SuggestionTexts = typeof fr
export default fr
