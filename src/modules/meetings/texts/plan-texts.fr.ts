import type { RoleName } from '../domain/snapshot.ts'

const roles: Record<RoleName, string> = {
  one: 'personne du premier',
  other: 'personne du second',
  interpreter: 'un interprète',
  escort: 'un accompagnateur',
  vehicle: 'un véhicule',
}

const fr = {
  instance: {
    title: 'Importer une instance publiée',
    note: 'Une instance du banc d’essai publié devient un événement : participants sans nom propre, tables, absences, rencontres toutes indispensables. On la planifie ici, et un vérificateur indépendant relit le planning.',
    link: 'Importer une instance publiée',
    leg: 'Étape dont le premier jour reçoit l’événement',
    file: 'Fichier JSON de l’instance',
    submit: 'Ouvrir l’événement',
    faults: 'Ce qui ne se lit pas dans le document',
  },
  byHand: {
    note: 'Choisissez un créneau et un lieu : ce que cela change pour chacun se lit avant de confirmer.',
    waitingNote: 'Cette rencontre est souhaitée et n’a pas de place. Choisissez un créneau et un lieu, ou l’un de ceux proposés plus bas.',
    now: 'Maintenant',
    next: 'Ensuite',
    waiting: 'attend une place',
    place: (slot: string, spot: string) => `${slot}, ${spot}`,
    slot: 'Créneau',
    spot: 'Lieu',
    look: 'Voir ce que cela change',
    move: 'Déplacer la rencontre',
    put: 'Placer la rencontre',
    forbidden: 'Pas à cet endroit',
    harmless: 'Personne d’autre n’est touché.',
    waits: (who: string, slots: number, after: string, before: string, from: string) =>
      `${who} attendrait ${slots > 1 ? `${slots} créneaux` : 'un créneau'} entre la rencontre de ${after} (${from}) et celle de ${before}.`,
    settled: (who: string, slots: number, after: string, before: string, from: string) =>
      `${who} n’attendrait plus ${slots > 1 ? `${slots} créneaux` : 'un créneau'} entre la rencontre de ${after} (${from}) et celle de ${before}.`,
    joined: (who: string) => `${who} y viendrait.`,
    freed: (who: string) => `${who} n’y viendrait plus.`,
    stale:
      'Quelqu’un a déplacé, placé ou retiré cette rencontre entre-temps : voici ce qu’il en est maintenant. Regardez de nouveau avant de confirmer.',
    locked: 'Cette rencontre est verrouillée : déverrouillez-la sur le tableau pour la déplacer.',
    elsewhere: 'Là où ce serait possible',
    elsewhereNote: 'Aux autres créneaux, sans enfreindre aucune règle ; le moins d’attentes d’abord.',
    nowhereElse: 'À aucun autre créneau : quelqu’un est absent ou déjà pris, ou aucun lieu n’est libre.',
    effect: 'Attentes',
    moreWaits: (count: number) => (count === 0 ? 'pas d’attente de plus' : count > 0 ? `${count} de plus` : `${-count} de moins`),
    takeOff: 'Retirer du tableau',
    takeOffNote: 'Le souhait attend de nouveau une place.',
    waitingTitle: 'Souhaits qui attendent une place',
    waitingList: 'Ils se répondent, et ne sont pas au tableau.',
    noneWaiting: 'Aucun : tous ceux qui se répondent sont au tableau.',
    must: 'indispensable',
    more: (count: number) => `et ${count} de plus`,
    moveLink: 'Déplacer',
    moveOf: (name: string) => `Déplacer : ${name}`,
    putOf: (name: string) => `Placer : ${name}`,
    putLink: 'Placer',
    dragHint:
      'Glissez une rencontre vers une case, ou Alt et une flèche quand le lien «\u00A0Déplacer\u00A0» a le focus : rien ne change avant d’être confirmé.',
    changed: (count: number) =>
      count > 1 ? `Quelqu’un vient de changer ${count} rencontres du tableau.` : 'Quelqu’un vient de changer une rencontre du tableau.',
  },
  verdict: {
    title: 'Vérification',
    note: 'Un vérificateur qui ne partage aucun code avec le calcul relit le planning à partir du seul départ figé.',
    upheld: 'Toutes les règles sont tenues, et chaque critère recompté donne le même chiffre.',
    broken: 'Le vérificateur n’est pas d’accord',
    differs: (level: string, said: number, counted: number) => `${level} : le calcul dit ${said}, le recompte ${counted}`,
    meetings: 'Rendez-vous relus',
    waits: 'Attentes par personne',
    fromTo: (fewest: number, most: number) => (fewest === most ? String(most) : `de ${fewest} à ${most}`),
    moves: 'Déplacements',
    movesOf: (made: number, allowed: number) => `${made} sur ${allowed} permis`,
  },
  rules: {
    meeting: (one: string, other: string) => `${one} et ${other}`,
    not_wished: (meeting: string) => `${meeting} : personne n’a souhaité cette rencontre`,
    met_twice: (meeting: string) => `${meeting} se rencontreraient deux fois`,
    nowhere: (meeting: string) => `${meeting} : ce créneau ou ce lieu n’existe plus`,
    wrong_spot: (spot: string, meeting: string) => `${spot} n’est pas un lieu où ${meeting} peuvent se rencontrer`,
    nobody_for: (role: RoleName, meeting: string) => `${meeting} : il manque ${roles[role]}`,
    stranger: (who: string, meeting: string) => `${who} n’a rien à faire à la rencontre de ${meeting}`,
    away: (who: string, when: string) => `absence de ${who} : ${when}`,
    twice_at_once: (who: string, when: string, meeting: string) => `${who} a déjà la rencontre de ${meeting} : ${when}`,
    spot_taken: (spot: string, when: string, meeting: string) => `${spot} reçoit déjà la rencontre de ${meeting} : ${when}`,
    too_far: (who: string, meeting: string) => `${who} n’aurait pas le temps du trajet depuis ou vers la rencontre de ${meeting}`,
    quota: (who: string, held: number, quota: number) => `${who} aurait ${held} rendez-vous, au-delà du plafond de ${quota}`,
    lock_broken: (meeting: string) => `${meeting} : cette rencontre est verrouillée`,
  },
}

export type PlanTexts = typeof fr
export default fr
