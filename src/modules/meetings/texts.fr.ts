import { type NamedFact, type NamedWait, slotRanges } from './domain/explanation.ts'

const fr = {
  title: 'Rendez-vous',
  explanation: {
    noWait: 'Personne n’attend entre deux rendez-vous.',
    wait: ({ participant, slots, before, after }: NamedWait) =>
      `${participant} attend entre ${before} et ${after} (${slots.length > 1 ? 'créneaux' : 'créneau'} ${slotRanges(slots)}).`,
    conflict: 'Aucun planning ne respecte à la fois\u00A0:',
    minimal: 'Sans l’une quelconque de ces conditions, il y en aurait un.',
    notMinimal: 'Certaines de ces conditions n’y sont peut-être pour rien\u00A0: le temps a manqué pour le dire.',
    mostHeld: (held: number, dropped: readonly string[], isMost: boolean) =>
      `${held} rendez-vous ${held > 1 ? 'peuvent se tenir ensemble' : 'peut se tenir'}${isMost ? ', et pas davantage' : ''}\u00A0: tous sauf ${dropped.join(', ')}.`,
    fact: (fact: NamedFact): string => {
      switch (fact.kind) {
        case 'meeting':
          return `${fact.meeting}, entre ${fact.participants.join(' et ')}, ${place(fact.slots)}`
        case 'away':
          return `${fact.participant} est absent (${fact.slots.length > 1 ? 'créneaux' : 'créneau'} ${slotRanges(fact.slots)})`
        case 'order':
          return `${fact.earlier} précède ${fact.later}`
        case 'tables':
          return fact.tables > 1 ? `il y a ${fact.tables} tables` : fact.tables === 1 ? 'il y a une table' : 'il n’y a pas de table'
        case 'fairness':
          return `d’un participant à l’autre, les attentes ne diffèrent pas de plus de ${fact.difference}`
      }
    },
  },
}

function place(slots: readonly number[] | null): string {
  if (slots === null) return 'se tient'
  if (slots.length === 0) return 'se tient, mais à aucun créneau'
  return `se tient ${slots.length > 1 ? 'à l’un des créneaux' : 'au créneau'} ${slotRanges(slots)}`
}

export type MeetingsTexts = typeof fr
export default fr
