import type { ActOfAgreement } from '../domain/by-act.ts'

const fr = {
  section: 'L’acte de l’assemblée',
  note: 'Le texte va à l’assemblée avant toute signature. Le rapport et la délibération s’écrivent à partir de l’accord : parties, domaines, engagements, durée, montant prévisionnel.',
  proves: 'Le vote de cet acte est celui de l’accord. S’il est transmis à l’État une fois l’accord signé, il le fait entrer en vigueur.',
  act: 'Acte',
  actOf: (reference: string) => (reference === '' ? 'Acte en préparation' : `Rapport n° ${reference}`),
  state: 'État',
  states: {
    draft: 'En préparation',
    submitted: 'Soumis à l’assemblée',
    adjourned: 'Ajourné',
    voted: 'Voté',
    adopted: 'Adopté',
    rejected: 'Rejeté',
  } satisfies Record<ActOfAgreement['state'] | NonNullable<ActOfAgreement['outcome']>, string>,
  meeting: 'Réunion',
  prepare: 'Préparer l’acte',
}

export type AssemblyTexts = typeof fr
export default fr
