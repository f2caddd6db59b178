import type { LetterKind } from '../domain/letter.ts'

type Words = { readonly subject: (mission: string) => string; readonly body: (organisation: string, mission: string) => string }

const decision: Record<LetterKind, Words> = {
  endorsed: {
    subject: (mission) => `Votre inscription avance : ${mission}`,
    body: (organisation, mission) =>
      `${organisation} soutient votre inscription à « ${mission} ». Les organisateurs de la mission se prononcent maintenant.`,
  },
  incomplete: {
    subject: (mission) => `Votre inscription est à compléter : ${mission}`,
    body: (organisation, mission) =>
      `${organisation} a lu votre inscription à « ${mission} » et a besoin d’un complément. Ouvrez votre page, complétez le formulaire et envoyez-le de nouveau.`,
  },
  refused: {
    subject: (mission) => `Votre inscription n’est pas retenue : ${mission}`,
    body: (organisation, mission) => `Votre inscription à « ${mission} » au titre de ${organisation} n’est pas retenue.`,
  },
  approved: {
    subject: (mission) => `Vous avez une place : ${mission}`,
    body: (organisation, mission) =>
      `Votre inscription est acceptée : vous participez à « ${mission} » dans la délégation de ${organisation}.`,
  },
  waiting: {
    subject: (mission) => `Vous êtes sur liste d’attente : ${mission}`,
    body: (organisation, mission) =>
      `Votre inscription à « ${mission} » est acceptée, mais toutes les places de ${organisation} sont prises. Votre rang est sur votre page ; une place libérée revient à la première personne de la liste.`,
  },
  promoted: {
    subject: (mission) => `Une place s’est libérée pour vous : ${mission}`,
    body: (organisation, mission) =>
      `Vous quittez la liste d’attente : vous participez à « ${mission} » dans la délégation de ${organisation}.`,
  },
  replaced: {
    subject: (mission) => `Votre place est transmise : ${mission}`,
    body: (organisation, mission) =>
      `${organisation} a transmis votre place pour « ${mission} » à une autre personne. Votre inscription est retirée.`,
  },
  substituted: {
    subject: (mission) => `Vous reprenez une place : ${mission}`,
    body: (organisation, mission) =>
      `${organisation} vous transmet une place : vous participez à « ${mission} » dans sa délégation. Votre page est à votre disposition.`,
  },
}

const fr = {
  decision: {
    ...decision,
    greeting: (name: string) => `Bonjour ${name},`,
    reason: 'Motif',
  },
  /** The words of the link to the applicant's page. */
  page: 'Suivre mon inscription',
  verify: {
    subject: 'Confirmez votre adresse',
    intro: 'Une inscription a été envoyée avec cette adresse. Confirmez qu’elle est la vôtre : l’inscription sera lue ensuite.',
    confirm: 'Confirmer mon adresse',
    validity: 'Ce lien vaut deux jours et ne sert qu’une fois.',
  },
  link: {
    subject: (mission: string) => `Inscription à ${mission}`,
    personal: (organisation: string, mission: string) =>
      `${organisation} vous propose de participer à « ${mission} ». Ce lien est le vôtre et ne sert qu’une fois.`,
    focalPoint: (organisation: string, mission: string, relay: string, places: number) =>
      `${organisation} vous confie l’inscription des personnes de ${relay} à « ${mission} » : ${places} au plus. Ce lien sert à chacune d’elles.`,
    open: 'M’inscrire',
    openRelay: 'Inscrire des personnes',
    until: (day: string) => `Le lien vaut jusqu’au ${day}.`,
  },
  received: {
    subject: (name: string) => `Inscription à lire : ${name}`,
    body: (name: string, mission: string) => `${name} demande à participer à « ${mission} » dans votre délégation et attend votre avis.`,
    read: 'Lire l’inscription',
  },
}

export type LetterTexts = typeof fr
export default fr
