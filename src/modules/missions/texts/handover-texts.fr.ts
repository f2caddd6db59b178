import type { HandoverEvent } from '../domain/handover-events.ts'

const fr = {
  title: 'Passation',
  lead: 'Quelqu’un part : ce qu’il doit et suit dans vos missions passe à un collègue, d’un seul geste. Ce qu’il a fait reste à son nom, et la mission reste à votre organisation.',
  holders: 'Qui a du travail en cours',
  caption: 'Travail en cours, par personne',
  person: 'Personne',
  tasks: 'Tâches à faire',
  invitations: 'Invitations sans réponse',
  items: 'Pièces à réunir avant un départ',
  passportsNote:
    'Le droit de lire les passeports ne se transmet pas avec le reste : le chef de file de la mission nomme quelqu’un d’autre.',
  readsPassports: (name: string) => `${name || 'Un ancien collègue'} lit ceux de`,
  gone: 'n’est plus membre',
  unknown: 'Ancien collègue',
  none: 'Personne n’a de travail en cours à son nom.',
  pass: 'Passer le relais',
  from: 'De',
  to: 'À',
  submit: 'Passer le relais',
  events: { 'work.handed_over': 'Travail confié à un collègue' } satisfies Record<HandoverEvent, string>,
  problems: {
    same_person: 'Choisissez deux personnes différentes',
    not_a_colleague: 'Cette personne n’est pas membre de votre organisation',
    reads_only: 'Cette personne ne fait que consulter : donnez-lui d’abord un autre rôle',
    nothing_to_hand_over: 'Cette personne n’a pas de travail en cours à transmettre',
  },
}

export type HandoverTexts = typeof fr
export default fr
