import type { PublicationTexts } from './publication-texts.fr.ts'

const en: PublicationTexts = {
  title: 'Public page of the programme',
  lead: 'Whoever has its address reads the items you choose, as they are released, and what each version changed of them.',
  facts:
    'It shows the title, the time and the place, who organises, the languages, and whether it may still change. Never a person, an instruction, a document or a fallback.',
  isOpen: 'This page is public',
  isClosed: 'Nothing is public for now.',
  waits: 'No version is released: the page stays empty until the first.',
  published: 'Address of the page',
  slug: 'End of the address',
  slugHint: 'Lower-case letters, figures and hyphens, for example miami-2017',
  open: 'Make the page public',
  openHint: 'Without this box the address answers nobody any more; your choice is kept.',
  items: 'Public items',
  itemsHint: 'A new item is never public by itself.',
  noItems: 'The programme has no item yet.',
  save: 'Save',
  page: {
    kicker: 'Programme',
    publishedBy: (organisation) => `Published by ${organisation}`,
    version: (number) => `Version ${number}, released on`,
    mayChange: 'Items marked “may still change” are not confirmed. Times are those of each place.',
    programme: 'Programme',
    nothing: 'Nothing is released yet. Come back soon.',
    changes: 'What has changed',
    ofVersion: (number) => `Version ${number}`,
    on: 'released on',
    first: 'First version.',
    none: 'This version changes nothing of what is read here.',
    unknownTitle: 'No programme at this address',
    unknown: 'Check the address: the programme is not published, or no longer is.',
  },
}

export default en
