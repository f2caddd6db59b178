import type { FactField } from '#modules/delegations/index.ts'

const fields: Record<FactField, string> = {
  givenName: 'Prénom',
  familyName: 'Nom',
  category: 'Catégorie',
  capacity: 'Qualité',
  represents: 'Organisation',
}

const fr = {
  title: 'Gel et demandes',
  back: 'Toutes les inscriptions',
  fields,
  freeze: {
    title: 'Date de gel',
    note: 'Jusqu’à ce jour, un partenaire ou un voyageur modifie la liste aussitôt. Ensuite, il demande, et vous décidez.',
    on: 'Gelée après le',
    onHint: 'Vide : la délégation reste ouverte.',
    save: 'Fixer la date',
    none: 'La délégation reste ouverte aux modifications.',
    will: (date: string) => `La délégation sera gelée après le ${date}.`,
    is: (date: string) => `La délégation est gelée. Après le ${date}, chaque modification passe par une demande.`,
  },
  waiting: {
    title: 'Demandes à décider',
    note: 'Acceptée, une modification se fait aussitôt. Refusée, son motif se lit ici et sur la page de la personne.',
    none: 'Aucune demande n’attend.',
    some: (count: number) => (count > 1 ? `${count} demandes attendent.` : 'Une demande attend.'),
  },
  decided: { title: 'Demandes décidées', caption: 'Demandes décidées, de la plus récente à la plus ancienne' },
  kinds: { change: 'Modification', substitution: 'Transmission de la place' },
  askedBy: (name: string, organisation: string) => `Demandée par ${name}, ${organisation}`,
  field: 'Champ',
  was: 'Aujourd’hui',
  becomes: 'Demandé',
  empty: 'vide',
  caption: (name: string) => `Ce que changerait la demande sur ${name}`,
  accept: 'Accepter',
  acceptOf: (name: string) => `Accepter la demande sur ${name}`,
  refuse: 'Refuser',
  refuseOf: (name: string) => `Refuser la demande sur ${name}`,
  reason: 'Motif du refus',
  because: (state: string, reason: string) => `${state} : ${reason}`,
  person: 'Personne',
  kind: 'Nature',
  state: 'Décision',
  states: { open: 'En attente', accepted: 'Acceptée', refused: 'Refusée', replaced: 'Remplacée' },
  by: 'Par',
  when: 'Le',
  own: {
    title: 'Ce qui figure dans la liste',
    note: 'Lu de tous les partenaires de la mission.',
    open: 'Corriger',
    atOnce: 'Enregistré aussitôt.',
    byRequest: 'La liste est gelée : votre correction sera soumise aux organisateurs.',
    save: 'Enregistrer la correction',
    ask: 'Demander la correction',
    requests: 'Vos demandes',
  },
}

export type ChangeTexts = typeof fr
export default fr
