import type { ContactEvent } from '../domain/contact-events.ts'
import type { ContactProblem, SharedFact } from '../domain/contact.ts'

const fr = {
  tab: 'Contacts',
  title: 'Contacts partagés',
  note: 'Les contacts d’un partenaire sont à lui seul, sauf ceux qu’il partage ici, avec qui il le décide.',
  caption: 'Contacts partagés avec cette mission',
  none: 'Aucun contact n’est partagé avec vous',
  noneBody: 'Partagez une fiche de votre annuaire : son nom, ce que vous en cochez, et rien d’autre.',
  person: 'Personne',
  capacity: 'Fonction',
  reach: 'Pour joindre',
  sharedBy: 'Partagé par',
  purpose: 'À quel sujet',
  readers: 'Lu par',
  readByEveryone: 'tous les partenaires',
  capacityAt: (capacity: string, organisation: string) => (capacity ? `${capacity}, ${organisation}` : organisation),
  withdraw: 'Retirer',
  withdrawOf: (name: string) => `Ne plus partager ${name}`,
  share: 'Partager un contact',
  shareNote: 'Rien n’est copié : la fiche reste dans votre annuaire, et ce que vous retirez n’est plus lu, aussitôt.',
  search: 'Nom dans votre annuaire',
  find: 'Chercher',
  nobody: (words: string) => `Aucune fiche pour « ${words} ».`,
  choose: 'Choisir',
  chooseOf: (name: string) => `Choisir ${name}`,
  foundCaption: 'Fiches de votre annuaire',
  chosen: (name: string) => `Partager ${name}`,
  facts: 'Avec son nom, partager',
  factLabels: { capacity: 'sa fonction', email: 'son adresse électronique', phone: 'son téléphone' } satisfies Record<SharedFact, string>,
  missing: 'absent de la fiche',
  toEveryone: 'Tous les partenaires',
  toEveryoneHint: 'Ceux d’aujourd’hui et ceux qui rejoindront la mission.',
  some: 'Ou seulement',
  noPartner: 'Aucun autre partenaire ne travaille encore dans Escale.',
  purposeHint: 'Facultatif, par exemple : pour les visites du port',
  send: 'Partager avec ceux-là',
  events: {
    'room_contact.shared': 'Contact partagé avec des partenaires',
    'room_contact.withdrawn': 'Contact retiré du partage',
  } satisfies Record<ContactEvent, string>,
  problems: {
    readers_missing: 'Dites avec qui : tous les partenaires, ou certains',
    not_a_partner: 'L’une de ces organisations n’est plus partenaire',
    required: 'Choisissez une fiche',
  } satisfies Record<ContactProblem['code'] | 'required', string>,
}

export type ContactTexts = typeof fr
export default fr
