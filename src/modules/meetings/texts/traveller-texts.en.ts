import type { TravellerTexts } from './traveller-texts.fr.ts'

const en: TravellerTexts = {
  is: (name, member, sender) => (name === member ? `${name} travels (with ${sender})` : `${name} travels, as ${member} (with ${sender})`),
  isNobody: (name) => `${name} does not travel with the delegation`,
  member: 'Who is it in the delegation?',
  hint: 'Badge, programme and meetings are then those of one person.',
  byName: 'To be recognised by name',
  of: (name, sender) => `${name}, sent by ${sender}`,
  save: 'Save',
  saveOf: (name) => `Save who ${name} is in the delegation`,
}

export default en
