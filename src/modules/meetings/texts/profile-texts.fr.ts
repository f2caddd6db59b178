import type { ShownField, Stage } from '../domain/company-profile.ts'

const fr = {
  title: 'Ce que l’entreprise dit d’elle',
  note: 'Lu par les organisateurs et par qui amène l’entreprise. Les autres participants ne lisent que ce que l’entreprise accepte de montrer, champ par champ.',
  ownNote: 'Ce que vous cherchez et proposez est lu par tous les participants. Le reste, seulement si vous cochez de le montrer.',
  fields: { sectorCodes: 'secteurs par nomenclature', stage: 'stade', markets: 'marchés', knownBy: 'références' } satisfies Record<
    ShownField,
    string
  >,
  nace: 'Codes NAF ou NACE',
  naceHint: 'Par exemple 62.01Z ; plusieurs, séparés par des virgules.',
  cpv: 'Codes CPV',
  cpvHint: 'Vocabulaire commun des marchés publics, par exemple 72000000.',
  stage: 'Stade',
  noStage: 'Non dit',
  stages: { idea: 'Projet', start: 'Création', growth: 'Croissance', established: 'Établie' } satisfies Record<Stage, string>,
  markets: 'Marchés',
  marketsHint: 'Pays où vous vendez ou voudriez vendre, en deux lettres : US, CA.',
  knownBy: 'Références',
  knownByHint: 'Des clients que vous pouvez citer.',
  shown: 'Montrer aux autres participants',
  showsNothing: 'rien',
  save: 'Enregistrer',
  edit: 'Compléter ou corriger',
  coded: (code: string, name: string) => `${code} ${name}`,
  told: (label: string, value: string) => `${label} : ${value}`,
}

export type ProfileTexts = typeof fr
export default fr
