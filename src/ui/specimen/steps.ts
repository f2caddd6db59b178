import type { Blocker, Step } from '../ribbon.tsx'

export const steps: { steps: Step[]; blockers: Blocker[] } = {
  steps: [
    { key: 'idea', label: 'Idée', state: 'done', note: '4 novembre' },
    { key: 'preparation', label: 'Préparation', state: 'current', note: 'depuis 62 jours' },
    { key: 'mandated', label: 'Mandat voté', state: 'next', note: 'avant le 12 mars' },
    { key: 'confirmed', label: 'Confirmée', state: 'next' },
    { key: 'onTheRoad', label: 'En route', state: 'next', note: '16–18 mars' },
    { key: 'returned', label: 'Revenue', state: 'next' },
    { key: 'accounts', label: 'Comptes clos', state: 'next' },
    { key: 'ratified', label: 'Ratifiée', state: 'next' },
  ],
  blockers: [
    { key: 'head', what: 'La cheffe de délégation n’est pas désignée', who: 'cabinet de la présidente', to: '/delegation' },
    { key: 'budget', what: 'Le budget prévisionnel de la chambre de commerce manque', who: 'Chambre de commerce de Rochebrune' },
  ],
}

export const troubledSteps: Step[] = [
  { key: 'idea', label: 'Idée', state: 'done' },
  { key: 'preparation', label: 'Préparation', state: 'done' },
  { key: 'mandated', label: 'Mandat voté', state: 'missed', note: '476 jours après le retour' },
  { key: 'confirmed', label: 'Confirmée', state: 'done' },
  { key: 'cancelled', label: 'En route', state: 'cancelled', note: 'le 2 mai' },
]
