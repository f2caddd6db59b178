import type { RetentionTexts } from './retention-texts.fr.ts'

const en: RetentionTexts = {
  title: 'Erasing',
  lead: 'What the rules of retention erase of your travellers, each night, and why.',
  settings: 'Settings',
  subjects: {
    begun: 'Registrations never confirmed',
    health: 'Diets and access needs',
    travel: 'Wishes for the journey and the room',
    passport: 'Passports entrusted',
    reading: 'Readings of passports',
  },
  due: {
    title: 'To be erased today',
    note: 'A dry run: nothing is erased by looking. Tonight will do it, and the journal will say so.',
    caption: 'What tonight will erase',
    none: 'Nothing is kept longer than its rule.',
  },
  done: { title: 'Erased already', caption: 'What was erased, the latest first', none: 'Nothing has been erased yet.' },
  what: 'What',
  mission: 'Mission concerned',
  count: 'Number',
  keptUntil: 'To be kept until',
  purgedAt: 'Erased on',
  ground: 'Why',
  days: (days, ground) => `${days} days. ${ground}`,
}

export default en
