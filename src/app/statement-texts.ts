const fr = {
  title: 'Déclaration d’accessibilité',
  lead: 'Accessibilité : non conforme. Aucun audit n’a encore été mené par une personne ; tant qu’il ne l’est pas, la loi veut que ce soit dit ainsi.',
  sections: [
    {
      title: 'État de conformité',
      paragraphs: [
        'Ce service n’est pas conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2), faute d’audit valide.',
        'Des contrôles automatiques passent sur chaque page dans les deux langues. Ils touchent à environ un tiers des 106 critères : ils ne remplacent pas un audit.',
      ],
    },
    {
      title: 'Ce qui est fait',
      paragraphs: [
        'Chaque formulaire fonctionne au clavier seul et sans JavaScript. Les erreurs sont rassemblées en tête de formulaire et reliées à leur champ.',
        'Les tableaux ont un titre et des en-têtes ; la couleur ne porte jamais seule une information ; les documents PDF produits sont balisés (PDF/UA-1).',
      ],
    },
    {
      title: 'Ce qui reste à vérifier',
      paragraphs: [
        'La restitution par les lecteurs d’écran, le zoom à 400 % sur tous les écrans et les documents Word n’ont pas été évalués par une personne.',
      ],
    },
    {
      title: 'Signaler un défaut',
      paragraphs: [
        'Si une page vous est inaccessible, écrivez à l’administrateur de l’organisation qui vous a invité : une réponse vous est due sous une semaine.',
        'Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits : par son formulaire en ligne, par l’un de ses délégués, ou par courrier gratuit sans timbre à « Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07 ».',
      ],
    },
  ],
}

const en: typeof fr = {
  title: 'Accessibility statement',
  lead: 'Accessibility: not compliant. No audit has been made by a person yet; until one is, the law wants it said so.',
  sections: [
    {
      title: 'Compliance',
      paragraphs: [
        'This service is not compliant with the French general accessibility framework (RGAA 4.1.2), for want of a valid audit.',
        'Automatic checks run on every page in both languages. They touch about a third of the 106 criteria: they do not replace an audit.',
      ],
    },
    {
      title: 'What is done',
      paragraphs: [
        'Every form works by keyboard alone and without JavaScript. Errors are gathered at the head of the form and tied to their field.',
        'Tables have a title and headers; colour never carries information alone; the PDF documents produced are tagged (PDF/UA-1).',
      ],
    },
    {
      title: 'What remains to be checked',
      paragraphs: ['Rendering by screen readers, 400 % zoom on every screen and Word documents have not been assessed by a person.'],
    },
    {
      title: 'Report a fault',
      paragraphs: [
        'If a page is out of your reach, write to the administrator of the organisation that invited you: an answer is due within a week.',
        'Failing a satisfactory answer, you may turn to the French Defender of Rights: by its online form, through one of its delegates, or by free post to “Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07”.',
      ],
    },
  ],
}

export const statementTexts = { fr, en }
