import type { MeetingState, NextStep, OutcomeState } from '../domain/outcome.ts'
import type { OutcomeProblemCode } from '../domain/outcome.ts'
import type { OutcomeEvent } from '../domain/outcome-events.ts'

const fr = {
  title: (one: string, other: string) => `${one} – ${other}`,
  lead: (date: string, from: string, to: string, spot: string) => `${date}, de ${from} à ${to}, ${spot}`,
  link: 'Compte rendu',
  linkOf: (pair: string) => `Compte rendu : ${pair}`,
  back: 'Tableau',
  together: 'Ce que disent les deux côtés',
  sides: {
    title: (name: string) => `Ce que dit ${name}`,
    note: 'Lu par les organisateurs et par qui amène cette entreprise.',
    nothing: 'Rien encore.',
    told: (name: string, date: string) => `Dit par ${name}, le ${date}`,
    state: 'Le rendez-vous',
    nextStep: 'La suite',
    nextStepOn: 'Pour le',
    nextStepWords: 'En quelques mots',
    save: 'Enregistrer',
    saveOf: (name: string) => `Enregistrer pour ${name}`,
  },
  desk: {
    of: (name: string, state: string | null, next: string | null) =>
      state === null ? `Ce que dit ${name}` : `${name} : ${state}. ${next}`,
    word: (state: string, next: string, day: string | null, words: string) => `${[state, next, day, words].filter(Boolean).join(', ')}.`,
    meanwhile: (what: string) => `${what} : quelqu’un a dit autre chose entre-temps.`,
    said: (name: string, word: string) => `${name} a dit : ${word}`,
    youSaid: (word: string) => `Vous avez dit : ${word}`,
    keepTheirs: (name: string) => `Garder ce que dit ${name}`,
    keepTheirsOf: (name: string, what: string) => `Garder ce que dit ${name} : ${what}`,
    keepMine: 'Enregistrer ce que j’ai dit',
    keepMineOf: (what: string) => `Enregistrer ce que j’ai dit : ${what}`,
  },
  own: {
    title: 'Vos rendez-vous',
    note: 'Dites de chacun s’il s’est tenu et ce qui suit. L’organisation qui vous invite et les organisateurs le lisent.',
    of: (name: string, state: string | null) => (state === null ? name : `${name} : ${state}`),
    saveOf: (name: string) => `Enregistrer : ${name}`,
  },
  states: { held: 'S’est tenu', they_missed: 'L’autre n’est pas venu', we_missed: 'Nous ne sommes pas venus' } satisfies Record<
    OutcomeState,
    string
  >,
  nextSteps: {
    none: 'Pas de suite prévue',
    documents: 'Envoi de documents',
    second_meeting: 'Second rendez-vous',
    visit: 'Visite',
    quote: 'Devis',
    other: 'Autre suite',
  } satisfies Record<NextStep, string>,
  meetingStates: {
    unknown: 'Personne n’a encore dit ce qu’il en est.',
    held: 'Le rendez-vous s’est tenu.',
    one_missed: (one: string) => `${one} n’est pas venu.`,
    other_missed: (_one: string, other: string) => `${other} n’est pas venu.`,
    both_missed: 'Ni l’un ni l’autre n’est venu.',
    disputed: 'Les deux côtés ne disent pas la même chose : il n’est compté nulle part.',
  } satisfies Record<MeetingState | 'unknown', string | ((one: string, other: string) => string)>,
  note: {
    title: 'Note de votre organisation',
    note: 'Votre organisation seule la lit : ni les organisateurs, ni l’autre côté.',
    body: 'Note',
    written: (name: string) => `Écrite par ${name}`,
    save: 'Enregistrer la note',
  },
  contacts: {
    title: 'Coordonnées échangées',
    note: 'Ce que chaque personne a accepté de montrer, une fois que votre côté a dit que le rendez-vous s’est tenu.',
    none: 'Aucune coordonnée à montrer.',
    caption: 'Personnes rencontrées',
    name: 'Nom',
    job: 'Fonction',
    email: 'Adresse électronique',
    phone: 'Téléphone',
    card: 'Annuaire',
    kept: 'Fiche',
    keptOf: (name: string) => `Fiche de ${name}`,
    notKept: 'pas encore',
    keep: 'Garder dans l’annuaire',
    keepNote: 'Chaque fiche dit sur quel fondement elle est gardée : le consentement, le jour du rendez-vous. Personne n’entre deux fois.',
    source: (event: string) => `Coordonnées montrées à la suite d’un rendez-vous (${event})`,
  },
  problems: {
    a_side_tells_its_own_meeting: 'Seuls les deux qui se rencontrent disent ce qu’il en est.',
    stale_edit: 'Quelqu’un a enregistré entre-temps : relisez ce qui est enregistré, puis recommencez.',
    nobody_to_keep: 'Tous sont déjà dans votre annuaire, ou personne ne montre ses coordonnées.',
    a_note_says_something: 'La note est vide.',
    phone_malformed: 'Un numéro ne se lit pas : corrigez-le chez le participant.',
    too_long: 'C’est trop long pour ce champ.',
    required: 'À choisir.',
    date_malformed: 'Cette date ne se lit pas : écrivez 20/11/2017.',
    unknown: 'Cette réponse n’est pas reconnue.',
  } satisfies Record<OutcomeProblemCode, string>,
  events: {
    'meeting_outcome.told': 'a dit ce qu’il est advenu d’un rendez-vous',
    'meeting_note.written': 'a écrit une note sur un rendez-vous',
    'meeting_note.removed': 'a effacé une note sur un rendez-vous',
    'meeting_contacts.kept': 'a gardé des coordonnées échangées en rendez-vous',
  } satisfies Record<OutcomeEvent, string>,
}

export type OutcomeTexts = typeof fr
export default fr
