const fr = {
  title: 'Page publique du programme',
  lead: 'Quiconque en a l’adresse y lit les moments que vous choisissez, tels qu’ils sont diffusés, et ce que chaque version y a changé.',
  facts:
    'On y lit l’intitulé, l’heure et le lieu, qui organise, les langues, et si cela peut encore changer. Jamais une personne, une consigne, un document ni un repli.',
  isOpen: 'Cette page est publique',
  isClosed: 'Rien n’est public pour l’instant.',
  waits: 'Aucune version n’est diffusée : la page restera vide jusqu’à la première.',
  published: 'Adresse de la page',
  slug: 'Fin de l’adresse',
  slugHint: 'Des minuscules, des chiffres et des traits d’union, par exemple miami-2017',
  open: 'Rendre la page publique',
  openHint: 'Sans cette case, l’adresse ne répond plus à personne ; votre choix est gardé.',
  items: 'Moments publics',
  itemsHint: 'Un moment nouveau n’est jamais public de lui-même.',
  noItems: 'Le programme n’a pas encore de moment.',
  save: 'Enregistrer',
  page: {
    kicker: 'Programme',
    publishedBy: (organisation: string) => `Publié par ${organisation}`,
    version: (number: number) => `Version ${number}, diffusée le`,
    mayChange: 'Les moments marqués « peut encore changer » ne sont pas confirmés. Les heures sont celles de chaque lieu.',
    programme: 'Programme',
    nothing: 'Rien n’est encore diffusé. Revenez bientôt.',
    changes: 'Ce qui a changé',
    ofVersion: (number: number) => `Version ${number}`,
    on: 'diffusée le',
    first: 'Première version.',
    none: 'Cette version ne change rien à ce qui se lit ici.',
    unknownTitle: 'Aucun programme à cette adresse',
    unknown: 'Vérifiez l’adresse : le programme n’est pas publié, ou ne l’est plus.',
  },
}

export type PublicationTexts = typeof fr
export default fr
