import type { GuestSide } from '../domain/precedence.ts'

const sides: Record<GuestSide, string> = { host: 'Qui reçoit', visitor: 'Qui est reçu' }

const fr = {
  sides,
  title: 'Ordre de préséance',
  note: 'Rang du décret du 13 septembre 1989, hors de Paris, puis ancienneté, puis alphabet. Ce que le texte ne dit pas est un usage, marqué comme tel.',
  caption: 'Invités, dans l’ordre de préséance',
  place: 'Ordre',
  guest: 'Invité',
  side: 'Côté',
  rank: 'Rang',
  decree: (rank: number) => `art. 3, ${rank}°`,
  custom: 'usage',
  invites: 'invite',
  none: 'Aucun invité n’est inscrit.',
  remove: 'Retirer',
  removeOf: (name: string) => `Retirer l’invité : ${name}`,
  add: 'Inscrire un invité',
  name: 'Nom',
  capacity: 'Titre ou fonction',
  chooseRank: 'Rang protocolaire',
  rankHint: 'À choisir quand aucun titre connu ne le donne.',
  byDecree: 'Rangs du décret',
  byCustom: 'Usages de la maison',
  since: 'Élu ou nommé pour la première fois le',
  sinceHint: 'Départage deux invités de même rang.',
  isInviting: 'C’est l’autorité qui invite',
  invitingHint: 'Une seule, parmi ceux qui reçoivent : elle prend la deuxième place, après le représentant de l’État (art. 9).',
  interpretsFor: 'Interprète de',
  interpretsForNobody: 'Personne',
  interpreterOf: (name: string) => `interprète de ${name}`,
  sources: 'D’où viennent ces rangs',
  sourcesCaption: 'Rangs, avec leur source',
  source: 'Source',
  problems: {
    rank_unknown: 'Choisissez un rang de la liste',
    a_host_invites: 'L’autorité qui invite est parmi ceux qui reçoivent',
    one_authority_invites: 'Une autre autorité invite déjà : retirez-la d’abord',
    interpreted_unknown: 'On interprète pour quelqu’un de la liste, qui n’est pas interprète',
    a_guest_is_listed_once: 'Cet invité est déjà inscrit de ce côté',
  },
}

export type ProtocolTexts = typeof fr
export default fr
