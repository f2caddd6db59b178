const fr = {
  productName: 'Escale',
  tagline: 'La salle des missions des territoires',
  navigation: { home: 'Accueil', missions: 'Missions', acts: 'Actes', directory: 'Annuaire', settings: 'Réglages' },
  actingFor: 'Vous agissez pour',
  change: 'Changer',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  myAccount: 'Mon compte',
  otherLanguage: 'English',
  footer: { accessibility: 'Accessibilité : non conforme', openSource: 'Composants libres', source: 'Logiciel libre sous licence EUPL-1.2' },
  demoBanner: 'Démonstration : personnes fictives, hors les responsables publics cités par les documents.',
  country: 'Pays',
  persons: (count: number) => (count > 1 ? `${count} personnes` : count === 1 ? 'une personne' : 'personne encore'),
  organisationsAndCompanies: (organisations: number, companies: number) =>
    `${organisations} ${organisations > 1 ? 'organisations' : 'organisation'}, dont ${companies} ${companies > 1 ? 'entreprises' : 'entreprise'}`,
  ownShare: 'Part de votre organisation',
  noExpense: 'Aucune dépense',
  history: {
    title: 'Historique',
    note: 'Chaque changement est écrit par la base elle-même et ne s’efface pas. Ce qu’un partenaire fait en privé n’apparaît qu’à lui.',
    label: 'Changements, du plus récent au plus ancien',
    system: 'Le système',
    operations: {
      insert: (entity: string) => `Ajouté (${entity})`,
      update: (entity: string) => `Modifié (${entity})`,
      delete: (entity: string) => `Retiré (${entity})`,
    },
  },
  flash: {
    saved: 'C’est enregistré.',
    created: 'C’est créé.',
    removed: 'C’est retiré.',
    imported: 'L’import est terminé.',
    sent: 'C’est envoyé.',
    reversed: 'La ligne est annulée par une contre-écriture.',
    submitted: 'L’acte est figé et remis à l’assemblée.',
    voted: 'Le vote est enregistré.',
    signedOut: 'Vous êtes déconnecté.',
  },
  errors: {
    notFoundTitle: 'Il n’y a rien à cette adresse',
    notFound: 'La page a peut-être été déplacée, ou l’objet n’est pas partagé avec l’organisation pour laquelle vous agissez.',
    forbiddenTitle: 'Votre rôle ne permet pas cette action',
    forbidden: 'Un administrateur de votre organisation peut vous donner un rôle supplémentaire.',
    failedTitle: 'Un incident de notre côté',
    failed: 'Rien de ce qui était enregistré n’est perdu. Réessayez ; si l’incident persiste, communiquez ce numéro à votre administrateur.',
    requestNumber: 'Numéro de la demande',
    backHome: 'Revenir à l’accueil',
  },
}

export type AppTexts = typeof fr
export default fr
