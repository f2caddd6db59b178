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
    away: (who: string, when: string) => `${who} est absent : ${when}`,
    twice_at_once: (who: string, when: string, meeting: string) => `${who} est déjà pris ${when} par la rencontre de ${meeting}`,
    spot_taken: (spot: string, when: string, meeting: string) => `${spot} est déjà pris ${when} par la rencontre de ${meeting}`,
    too_far: (who: string, meeting: string) => `${who} n’aurait pas le temps du trajet depuis ou vers la rencontre de ${meeting}`,
    quota: (who: string, held: number, quota: number) => `${who} aurait ${held} rendez-vous, au-delà du plafond de ${quota}`,
    lock_broken: (meeting: string) => `${meeting} : cette rencontre est verrouillée`,
  },
}

export type PlanTexts = typeof fr
export default fr
