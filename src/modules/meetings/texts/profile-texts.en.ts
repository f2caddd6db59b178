import type { ProfileTexts } from './profile-texts.fr.ts'

const en: ProfileTexts = {
  title: 'What the company says of itself',
  note: 'Read by the organisers and by whoever brings the company. Other participants read only what the company agrees to show, field by field.',
  ownNote: 'What you look for and offer is read by everybody who takes part. The rest, only if you tick that it may be shown.',
  fields: { sectorCodes: 'sectors by nomenclature', stage: 'stage', markets: 'markets', knownBy: 'references' },
  nace: 'NACE codes',
  naceHint: 'For instance 62.01; several, between commas.',
  cpv: 'CPV codes',
  cpvHint: 'Common procurement vocabulary, for instance 72000000.',
  stage: 'Stage',
  noStage: 'Not said',
  stages: { idea: 'Project', start: 'Starting', growth: 'Growing', established: 'Established' },
  markets: 'Markets',
  marketsHint: 'Countries where you sell or would like to, in two letters: US, CA.',
  knownBy: 'References',
  knownByHint: 'Customers you may name.',
  shown: 'Show to other participants',
  showsNothing: 'nothing',
  save: 'Save',
  edit: 'Complete or correct',
  coded: (code, name) => `${code} ${name}`,
  told: (label, value) => `${label}: ${value}`,
}

export default en
