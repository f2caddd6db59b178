const fr = {
  title: 'Suppléances',
  lead: 'Qui agit au nom de qui, et jusqu’à quand. Chaque geste garde les deux noms.',
  bounds:
    'La personne agit avec les rôles de celle qu’elle supplée, sauf ce qui se fait en personne : administrer l’organisation, enregistrer un vote, signer la part d’un partenaire, emporter le répertoire, lire un passeport, nommer un suppléant.',
  caption: 'Suppléances de l’organisation',
  none: 'Personne ne supplée personne.',
  principal: 'Au nom de',
  deputy: 'Suppléant',
  from: 'Du',
  to: 'Au',
  reason: 'Motif',
  reasonHint: 'Par exemple un congé, un déplacement. Vos collègues le lisent.',
  state: 'État',
  states: { to_come: 'à venir', standing: 'en cours', over: 'terminée', ended: 'interrompue' },
  action: 'Action',
  end: 'Interrompre',
  endOf: (deputy: string, principal: string) => `Interrompre la suppléance de ${principal} par ${deputy}`,
  name: 'Nommer un suppléant',
  nameNote: 'Un collègue agit en votre nom, un an au plus. Il en est averti par un message.',
  nameNoteForAll: 'Un collègue agit au nom d’un autre, un an au plus. Tous deux en sont avertis par un message.',
  save: 'Nommer',
  choiceTitle: 'Au nom de quelqu’un',
  choose: (principal: string) => `Agir au nom de ${principal}`,
  chooseShort: 'Agir en son nom',
  until: (organisation: string, day: string) => `${organisation}, jusqu’au ${day}`,
  problems: {
    required: 'Cette réponse est nécessaire.',
    too_long: 'C’est trop long.',
    unknown: 'Choisissez dans la liste.',
    date_malformed: 'Écrivez une date, par exemple 31/01/2027.',
    deputy_is_another: 'Choisissez une autre personne.',
    deputyship_ends_after_it_starts: 'Ce jour précède le premier.',
    deputyship_lasts_a_year_at_most: 'Une suppléance dure un an au plus.',
    deputyship_is_past: 'Ce jour est passé.',
    one_deputyship_at_a_time: 'Cette personne la supplée déjà pendant une partie de ces jours.',
    request_repeated: 'Cette demande est déjà partie avec d’autres réponses. Rechargez la page.',
  },
  letter: {
    subject: (deputy: string, principal: string) => `${deputy} agit au nom de ${principal}`,
    body: (deputy: string, principal: string, from: string, to: string) =>
      `Du ${from} au ${to}, ${deputy} peut agir dans Escale au nom de ${principal}.`,
    bounds: 'Chaque geste garde les deux noms. Une suppléance s’interrompt à tout moment.',
    see: 'Voir les suppléances',
  },
}

export type DeputyTexts = typeof fr
export default fr
