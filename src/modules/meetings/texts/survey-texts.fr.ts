import type { SurveyEvent } from '../domain/survey-events.ts'
import type { FollowUp, Measure, Stage, SurveyProblemCode, ValueQualifier } from '../domain/survey.ts'

const fr = {
  tab: 'Suites',
  stages: { week: 'Une semaine', months3: 'Trois mois', months6: 'Six mois', months12: 'Douze mois' } satisfies Record<Stage, string>,
  after: {
    week: 'une semaine après',
    months3: 'trois mois après',
    months6: 'six mois après',
    months12: 'douze mois après',
  } satisfies Record<Stage, string>,
  followUps: { yes: 'Oui', not_yet: 'Pas encore', no: 'Non' } satisfies Record<FollowUp, string>,
  qualifiers: { signed: 'Signé', expected: 'Attendu', estimated: 'Estimé' } satisfies Record<ValueQualifier, string>,
  measures: {
    follow_up: 'Suite',
    quotes: 'Devis',
    contracts: 'Contrats',
    jobs: 'Emplois',
    value: 'Montant',
    words: 'Remarque',
  } satisfies Record<Measure, string>,
  amount: (amount: string, qualifier: string) => `${amount} (${qualifier.toLowerCase()})`,
  page: {
    lead: (company: string, after: string, organisation: string) =>
      `Pour ${company}, ${after} les rendez-vous. Votre réponse est lue par ${organisation} et les organisateurs, par personne d’autre.`,
    begin: 'Une minute suffit. Laissez vide ce que vous ne savez pas.',
    ends: (date: string) => `Vous pouvez répondre, et corriger, jusqu’au ${date}.`,
    tapped: (answer: string) => `Réponse enregistrée : ${answer}`,
    tappedNote: 'Vous pouvez vous arrêter là, ou compléter ci-dessous.',
    saved: 'Merci, votre réponse est enregistrée.',
    savedNote: 'Vous pouvez encore la corriger.',
    valueCurrency: 'Monnaie du montant',
    valueQualifier: 'Ce montant est',
    save: 'Envoyer la réponse',
    closedTitle: 'Ce lien ne s’ouvre plus',
    closed: {
      expired: 'Le temps de répondre est passé. Écrivez à qui vous a invité si vous avez quelque chose à dire.',
      unknown: 'Ce lien n’existe pas. Ouvrez-le depuis le message reçu, en entier.',
    },
  },
  rounds: {
    title: 'Ce qu’on demande aux entreprises',
    note: 'À chaque date, chaque entreprise qui a un rendez-vous au planning reçoit un lien qui n’ouvre que sa réponse. Qui n’a pas répondu est relancé deux fois. Les organisateurs seuls lisent les réponses.',
    caption: 'Les quatre dates',
    stage: 'Après les rendez-vous',
    day: 'Date',
    state: 'État',
    answers: 'Réponses',
    states: {
      sent: (date: string) => `Demandé le ${date}`,
      planned: 'Prévu',
      over: 'Date passée',
      free: 'Non prévu',
    },
    of: (answered: number, asked: number, complete: number) =>
      `${answered} sur ${asked}${complete < answered ? `, dont ${complete} en entier` : ''}`,
    none: 'aucune',
    choose: 'Dates à demander',
    chooseNote: 'Les messages partent à 9 h, à l’heure de la ville des rendez-vous.',
    save: 'Enregistrer',
    noDays: 'Les jours de rendez-vous ne sont pas encore posés : les dates en dépendent.',
  },
  answers: {
    title: (stage: string) => `Réponses, ${stage}`,
    caption: (stage: string) => `Ce que dit chaque entreprise ${stage}`,
    company: 'Entreprise',
    answered: 'Répondu',
    by: (name: string, date: string) => `${name}, ${date}`,
    silent: 'sans réponse',
    tapOnly: 'en un geste',
    letters: 'Messages',
    noAddress: 'aucune adresse',
    sent: (count: number) => `${count} ${count > 1 ? 'envoyés' : 'envoyé'}`,
    resend: 'Renvoyer',
    resendTo: (company: string) => `Renvoyer à ${company}`,
    resendAll: 'Renvoyer à qui n’a pas répondu',
    actions: 'Envois',
  },
  one: {
    title: (company: string) => `${company} : sa réponse`,
    note: (after: string) => `Demandée ${after} les rendez-vous. Chaque nombre se compte depuis les rendez-vous, en tout.`,
    enter: 'Noter une réponse reçue de vive voix',
    enterNote: 'Elle prend la place de celle qui est enregistrée, sous votre nom.',
    save: 'Enregistrer la réponse',
    back: 'Toutes les réponses',
    nothing: 'Pas encore de réponse.',
  },
  letter: {
    subject: {
      first: (title: string) => `${title} : que sont devenus vos rendez-vous ?`,
      reminder: (title: string) => `Rappel – ${title} : que sont devenus vos rendez-vous ?`,
    },
    greeting: (name: string) => `Bonjour ${name},`,
    body: (company: string, after: string, organisation: string) =>
      `${organisation} vous demande ce que sont devenus les rendez-vous de ${company}, ${after}. Un geste suffit pour la première question.`,
    question: 'Ces rendez-vous ont-ils une suite pour vous ?',
    open: 'Compléter la réponse',
    privacy: (organisation: string) =>
      `Votre réponse est lue par ${organisation} et les organisateurs des rendez-vous, par personne d’autre.`,
    ends: (date: string) => `Ce lien est pour votre entreprise seule, et s’ouvre jusqu’au ${date}.`,
  },
  problems: {
    survey_over: 'Le temps de répondre est passé.',
    stale_edit: 'Quelqu’un de votre entreprise a répondu entre-temps : relisez ce qui est enregistré, puis recommencez.',
    nothing_to_ask: 'Toutes les entreprises ont répondu.',
    stage_over: 'Cette date est passée : elle ne se demande plus.',
    a_value_has_its_currency_and_qualifier: 'Dites si ce montant est signé, attendu ou estimé.',
    amount_unreadable: 'Ce montant ne se lit pas : écrivez 12 500 ou 12 500,50.',
    number_malformed: 'Écrivez un nombre entier, sans unité.',
    too_long: 'C’est trop long pour ce champ.',
    required: 'À choisir.',
    unknown: 'Cette réponse n’est pas reconnue.',
  } satisfies Record<SurveyProblemCode, string>,
  events: {
    'meeting_survey.planned': 'a choisi quand demander ce que sont devenus les rendez-vous',
    'meeting_survey.answered': 'a dit ce que sont devenus ses rendez-vous',
    'meeting_survey.entered': 'a noté ce que sont devenus les rendez-vous d’une entreprise',
  } satisfies Record<SurveyEvent, string>,
}

export type SurveyTexts = typeof fr
export default fr
