import type { PersonData } from './person-data.ts'

const fr = {
  title: 'Données de cette personne',
  lead: 'Ce que votre organisation garde d’elle, pour combien de temps, et ce qui s’efface si elle le demande.',
  open: 'Ses données, et leur effacement',
  directory: 'Annuaire',
  kept: {
    title: 'Ce qui est gardé',
    caption: 'Ce qui est gardé de cette personne, et ce qu’un effacement en fait',
    what: 'Quoi',
    count: 'Combien',
    fate: 'Si elle est effacée',
    rows: {
      card: 'Fiche, fonctions, coordonnées',
      delegations: 'Place dans une délégation, avec le nom et la qualité',
      applications: 'Inscription à une mission',
      exchanges: 'Lettre, appel ou rencontre',
      history: 'Ligne du journal sur la fiche',
    },
    fates: {
      card: 'Effacée, avec les copies gardées pour défaire une fusion.',
      delegations:
        'Reste, sans lien avec une fiche : la liste de qui a voyagé est une pièce des actes votés et des comptes (Code du patrimoine, L212-2 ; dix ans pour les comptes).',
      applications: 'Reste, sans lien avec une fiche, jusqu’au terme de sa propre règle.',
      exchanges: 'Reste dans l’histoire de la ville, sans son nom.',
      history: 'La ligne reste dans sa chaîne, prouvée par son empreinte ; son contenu est vidé.',
    },
    rule: (days: number, ground: string) => `Règle de conservation : ${days} jours après le dernier contact. ${ground}`,
  },
  access: {
    title: 'Lui donner ses données',
    note: 'Une archive : tout ce qui précède, en PDF accessible, dans une page lisible sans Escale, et en JSON. Le journal note qu’elle a été faite.',
    get: 'Télécharger l’archive',
  },
  erase: {
    title: 'Effacer à sa demande',
    note: 'Ne se défait pas. Le journal dira qu’une fiche a été effacée, quand et pourquoi, sans dire laquelle.',
    confirm: 'La personne a demandé l’effacement, et son identité a été vérifiée',
    submit: 'Effacer cette personne',
  },
  problems: {
    not_confirmed: 'Cochez la case : un effacement ne se défait pas',
    nothing_chosen: 'Choisissez au moins une fiche',
    no_longer_overdue: 'Une de ces fiches n’est plus à effacer : relisez la liste',
  } as Readonly<Record<string, string>>,
  unknown: 'Rechargez la page, puis recommencez',
  archive: {
    title: (name: string) => `Données de ${name}`,
    lead: (organisation: string, at: string) => `Gardées par ${organisation}. Archive faite le ${at}.`,
    nothing: 'Rien.',
    file: 'Données personnelles',
    columns: {
      name: 'Nom',
      reach: 'Pour joindre cette personne',
      on: 'Le',
      what: 'Quoi',
      who: 'Qui',
      between: (one: string, other: string) => `${one} et ${other}`,
      from: 'Depuis le',
      until: 'Jusqu’au',
    },
    parts: {
      card: 'Fiche',
      rule: 'Règle de conservation',
      delegations: 'Missions',
      applications: 'Inscriptions',
      exchanges: 'Lettres, appels et rencontres',
      promises: 'Promesses',
      signatures: 'Accords signés',
      visits: 'Visites et événements',
      meetings: 'Rendez-vous',
      documents: 'Documents',
      history: 'Journal de la fiche',
    } satisfies Record<keyof PersonData, string>,
  },
  retention: {
    title: 'Conservation des fiches',
    lead: 'Une fiche de personne est gardée pour une raison, et pour un temps. Rien n’est effacé sans vous.',
    settings: 'Réglages',
    rules: {
      title: 'Règles d’aujourd’hui',
      caption: 'Règles de conservation, par fondement',
      basis: 'Fondement de la fiche',
      days: 'Gardée après le dernier contact',
      daysOf: (days: number) => `${days} jours`,
      ground: 'Source',
    },
    due: {
      title: 'À effacer',
      note: 'Essai à blanc : ces fiches ont dépassé leur règle. Une lettre, un appel, une rencontre ou une mission reliés à la fiche comptent comme contact.',
      noteOf: (basis: string, contact: string, until: string) => `${basis} ; dernier contact le ${contact}, à garder jusqu’au ${until}`,
      caption: 'Fiches gardées plus longtemps que leur règle',
      none: 'Aucune fiche n’a dépassé sa règle.',
      submit: 'Effacer les fiches cochées',
    },
    done: {
      title: 'Effacements faits',
      caption: 'Effacements, du plus récent au plus ancien',
      none: 'Rien n’a encore été effacé.',
      at: 'Le',
      reason: 'Pourquoi',
      reasons: { rule: 'règle de conservation', request: 'demande de la personne' },
      stayed: 'Resté par la loi',
      stayedOf: (delegations: number, applications: number) =>
        [delegations > 0 && `délégations : ${delegations}`, applications > 0 && `inscriptions : ${applications}`]
          .filter(Boolean)
          .join(', ') || 'rien',
    },
  },
}

export type PersonDataTexts = typeof fr
export default fr
