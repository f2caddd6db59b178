import type { OfferTexts } from './offer-texts.fr.ts'

const en: OfferTexts = {
  states: { open: 'offered', chosen: 'one is chosen', withdrawn: 'withdrawn' },
  legend: 'Three slots to offer',
  chooseOf: (name) => `Slot for ${name}`,
  chooseNote: 'To choose one is to accept the meeting at that hour.',
  submit: 'Choose this slot',
  chosen: (slot) => `Slot chosen: ${slot}`,
  offer: (name) => `Offer three slots for ${name}`,
  offerNote: 'The first at which both are free and a place is too. The choice accepts the request, and later plans keep to it.',
  slots: { first: 'First slot', second: 'Second slot', third: 'Third slot' },
  send: 'Offer these three slots',
}

export default en
