import type { RetentionSubject } from '../domain/retention.ts'

const subjects: Record<RetentionSubject, string> = {
  begun: 'Inscriptions jamais confirmées',
  health: 'Régimes et besoins d’accès',
  travel: 'Souhaits de voyage et de chambre',
  passport: 'Passeports',
  reading: 'Lectures de passeports',
}

const fr = {
  title: 'Effacements',
  lead: 'Ce que les règles de conservation effacent de vos voyageurs, chaque nuit, et pourquoi.',
  settings: 'Réglages',
  subjects,
  due: {
    title: 'À effacer aujourd’hui',
    note: 'Essai à blanc : rien n’est effacé en regardant. La nuit prochaine le fera, et le journal le dira.',
    caption: 'Ce que la prochaine nuit effacera',
    none: 'Rien n’est gardé plus longtemps que sa règle.',
  },
  done: { title: 'Déjà effacé', caption: 'Effacements, du plus récent au plus ancien', none: 'Rien n’a encore été effacé.' },
  what: 'Quoi',
  mission: 'Mission',
  count: 'Nombre',
  keptUntil: 'À garder jusqu’au',
  purgedAt: 'Effacé le',
  ground: 'Pourquoi',
  days: (days: number, ground: string) => `${days} jours. ${ground}`,
}

export type RetentionTexts = typeof fr
export default fr
