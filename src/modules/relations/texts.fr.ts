import type { Direction, ExchangeKind } from './domain/exchange.ts'
import type { RelationEvent } from './domain/events.ts'
import type { NetworkRole } from './domain/membership.ts'
import type { Qualifier } from '#platform/pure/qualified.ts'

const kinds: Record<ExchangeKind | 'mission' | 'visit' | 'request' | 'agreement', string> = {
  letter: 'Lettre',
  call: 'Appel',
  meeting: 'Rencontre',
  event: 'Événement',
  mission: 'Mission',
  visit: 'Délégation reçue',
  request: 'Demande de visite',
  agreement: 'Accord signé',
}

const directions: Record<Direction, string> = { sent: 'de notre part', received: 'reçu' }

const roles: Record<NetworkRole, string> = {
  member: 'membre',
  board: 'membre du bureau',
  commission_chair: 'préside une commission',
  vice_president: 'vice-présidence',
  president: 'présidence',
}

const qualifiers: Record<Qualifier, string> = { exact: 'exactement', atLeast: 'plus de', about: 'environ' }

const events: Record<RelationEvent, string> = {
  'relation.fact_told': 'Fait noté sur une ville',
  'relation.exchange_noted': 'Échange noté avec une ville',
  'relation.membership_told': 'Appartenance à un réseau notée',
  'relation.entry_removed': 'Ligne retirée de la fiche d’une ville',
}

const fr = {
  kinds,
  directions,
  roles,
  qualifiers,
  events,
  problems: {
    required: 'À remplir',
    too_long: 'Trop long',
    unknown: 'Cette valeur n’est pas acceptée',
    date_malformed: 'Écrivez une date, par exemple 04/11/2017',
    number_malformed: 'Écrivez une année, par exemple 2017',
    exchange_to_come: 'Notez ce qui a eu lieu : cette date est à venir',
    network_unknown: 'Choisissez un réseau de la liste',
    a_source_says_it_once: 'Cette source le dit déjà, pour cette année et ce périmètre',
    a_role_is_told_once: 'Cette appartenance est déjà notée',
    until_follows_since: 'La fin précède le début',
    day_is_plausible: 'Cette date est hors du temps : vérifiez l’année',
    request_key_reused: 'Ce formulaire a déjà servi : rechargez la page avant de recommencer',
  },
  health: {
    title: 'Où en est la relation',
    note: 'Calculé de ce qui est noté dans Escale ; chaque signe dit sa raison.',
    no_contact: 'Aucun contact n’est noté avec cette ville.',
    silent: (date: string, months: number) => `Aucun contact depuis ${months} mois : le dernier date du ${date}.`,
    agreement_ending: (title: string, date: string) => `« ${title} » s’achève le ${date}.`,
    promise_overdue: (what: string, date: string, isOurs: boolean) =>
      isOurs ? `Nous avions promis pour le ${date} : ${what}` : `Il nous était promis pour le ${date} : ${what}`,
    lively: (date: string) => `La relation est vivante : dernier contact le ${date}, rien d’échu.`,
  },
  brief: {
    title: 'En un coup d’œil',
    missions: 'Missions là-bas',
    visits: 'Délégations reçues',
    agreements: 'Accords',
    inForce: (count: number) => (count > 1 ? `dont ${count} en vigueur` : count === 1 ? 'dont un en vigueur' : 'aucun en vigueur'),
    toConclude: (count: number) => `${count} à conclure`,
    spend: 'Dépensé par nous dans ces missions',
    spendNote: 'Comptes de votre organisation, écritures annulées déduites.',
    noSpend: 'Aucune dépense',
    anniversary: 'Prochain anniversaire',
    anniversaryOf: (years: number, title: string) => `${years} ans de « ${title} »`,
    anniversaryIn: (year: number) => `en ${year}`,
    since: 'Coopération',
    moreThan: (years: number) => `depuis plus de ${years} ans`,
    sinceYear: (year: number) => `depuis ${year}`,
    firstOfCountry: (country: string) => `Premier accord signé avec une ville de ce pays : ${country}`,
  },
  facts: {
    title: 'Ce que disent les sources',
    note: 'Deux classements différents peuvent être vrais tous deux : chacun garde son année, son périmètre et sa source.',
    caption: 'Faits sur la ville, chacun avec sa source',
    none: 'Aucun fait n’est noté.',
    columns: { label: 'Fait', value: 'Valeur', year: 'Année', scope: 'Périmètre', source: 'Source', action: 'Retirer' },
    add: 'Noter un fait',
    label: 'Ce qui est dit',
    labelHint: 'Par exemple : rang parmi les économies',
    value: 'Valeur',
    valueHint: 'Comme l’écrit la source : 18ᵉ, 2,5 millions d’habitants',
    qualifier: 'La source dit',
    year: 'Année',
    scope: 'Périmètre',
    scopeHint: 'Parmi qui, ou de quoi : pays du monde, États des États-Unis, comté',
    source: 'Source',
    sourceHint: 'Le document, la page, la personne qui le dit',
    valueAs: {
      exact: (value: string) => value,
      atLeast: (value: string) => `plus de ${value}`,
      about: (value: string) => `environ ${value}`,
    } satisfies Record<Qualifier, (value: string) => string>,
  },
  results: {
    title: 'Ce que cela a donné',
    note: 'Compté de ce qui est signé, tenu et dit des rendez-vous de ces missions.',
    signed: 'Accords signés',
    promises: 'Promesses tenues',
    kept: (kept: number, made: number) => (made === 0 ? 'aucune promesse notée' : `${kept} sur ${made}`),
  },
  timeline: {
    title: 'Ce qui s’est passé',
    note: 'Lettres, rencontres, missions, visites et accords, du plus récent au plus ancien.',
    label: 'Histoire de la relation, du plus récent au plus ancien',
    none: 'Rien n’est encore noté.',
    undated: 'Sans date',
    toCome: 'à venir',
    line: (kind: string, direction: string) => [kind, direction].filter(Boolean).join(', '),
    withWhom: (name: string) => `Avec ${name}`,
    add: 'Noter un échange',
    kind: 'Nature',
    direction: 'Sens',
    directionHint: 'Pour une lettre ou un appel.',
    onDay: 'Le',
    subject: 'Objet',
    who: 'Avec qui',
    card: 'Fiche de l’annuaire',
    cardHint: 'L’échange sera aussi sur la page de cette personne.',
    noCard: 'Aucune',
  },
  agreements: {
    title: 'Accords',
    caption: 'Accords avec cette ville',
    none: 'Aucun accord.',
    columns: { title: 'Accord', signed: 'Signé le', standing: 'État', ends: 'Dernier jour', computed: 'À savoir' },
    first: 'premier avec une ville de ce pays',
    together: (years: number) => `plus de ${years} ans de coopération à la signature`,
  },
  networks: {
    title: 'Réseaux',
    note: 'Ceux où vous vous retrouvez d’abord.',
    caption: 'Réseaux de la ville et les vôtres',
    none: 'Aucun réseau n’est noté.',
    columns: { network: 'Réseau', theirs: 'La ville', ours: 'Nous' },
    common: 'en commun',
    held: (role: string, detail: string, since: number | null) =>
      [[role, detail].filter(Boolean).join(' · '), since === null ? '' : `depuis ${since}`].filter(Boolean).join(', '),
    add: 'Noter une appartenance',
    network: 'Réseau',
    choose: 'Choisir un réseau',
    isOurs: 'C’est nous qui en sommes membres',
    role: 'Rôle',
    detail: 'Précision',
    detailHint: 'Par exemple : Commission permanente des villes innovantes',
    since: 'Depuis l’année',
    until: 'Jusqu’à l’année',
    source: 'Source',
  },
  promises: {
    title: 'Promesses',
    note: 'Faites ou reçues lors des visites et des missions ; les ouvertes d’abord.',
    caption: 'Promesses faites et reçues',
    none: 'Aucune promesse n’est notée.',
    columns: { what: 'Promesse', by: 'Par', due: 'Pour le', state: 'État' },
    late: 'en retard',
  },
  people: {
    title: 'Qui l’on connaît',
    note: 'Les personnes de votre annuaire en fonction dans une organisation de cette ville, par rang protocolaire ; puis les personnes rencontrées.',
    caption: 'Personnes connues dans cette ville',
    none: 'Personne de votre annuaire n’y exerce de fonction.',
    columns: { name: 'Nom', capacity: 'Fonction', organisation: 'Organisation' },
    met: (names: string) => `Rencontrés lors de visites : ${names}.`,
  },
  remove: (what: string) => `Retirer « ${what} »`,
  save: 'Noter',
}

export type RelationTexts = typeof fr
export default fr
