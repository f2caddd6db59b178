import type { OfferState } from '../domain/slot-offer.ts'

const fr = {
  states: { open: 'proposés', chosen: 'l’un est choisi', withdrawn: 'retirés' } satisfies Record<OfferState, string>,
  legend: 'Trois créneaux à proposer',
  chooseOf: (name: string) => `Créneau pour ${name}`,
  chooseNote: 'En choisir un, c’est accepter le rendez-vous à cette heure.',
  submit: 'Choisir ce créneau',
  chosen: (slot: string) => `Créneau choisi : ${slot}`,
  offer: (name: string) => `Proposer trois créneaux pour ${name}`,
  offerNote:
    'Les premiers où les deux sont libres et une place aussi. Le choix accepte la demande, et les plannings suivants s’y tiennent.',
  slots: { first: 'Premier créneau', second: 'Deuxième créneau', third: 'Troisième créneau' },
  send: 'Proposer ces trois créneaux',
}

export type OfferTexts = typeof fr
export default fr
