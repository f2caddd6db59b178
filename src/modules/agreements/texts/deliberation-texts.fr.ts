import type { VotePiece } from '../domain/before-vote.ts'

const fr = {
  section: 'Donner le texte à l’assemblée',
  note: 'Le texte va à l’assemblée avec son projet de délibération avant toute signature.',
  missingLead: 'Le projet de délibération se compose de l’accord. Il y manque encore :',
  missing: {
    object: 'son objet',
    forecast: 'l’engagement financier prévu, zéro compris',
    parties: 'une autre partie au moins',
    wording: 'son texte, dans une langue au moins',
  } satisfies Record<VotePiece, string>,
  ready: 'Le projet reprend l’accord tel qu’il est écrit aujourd’hui, et annexe son texte.',
  pdf: 'Projet en PDF',
  docx: 'Projet en Word',
  file: (format: string) => `projet-de-deliberation.${format}`,
  republic: 'République française',
  title: 'Projet de délibération',
  subject: 'Accord avec une autorité locale étrangère',
  about: (title: string) => `Approbation de l’accord « ${title} »`,
  parties: 'Parties',
  place: 'Avec',
  duration: 'Durée',
  months: (count: number) => (count % 12 === 0 ? `${count / 12} an${count >= 24 ? 's' : ''}` : `${count} mois`),
  from: (date: string) => `à compter du ${date}`,
  until: (date: string) => `jusqu’au ${date} inclus`,
  noEnd: 'sans terme',
  forecast: 'Engagement financier prévu',
  visas: [
    'Vu le code général des collectivités territoriales, notamment ses articles L1115-1 à L1115-7 ;',
    'Vu le projet d’accord annexé à la présente délibération ;',
  ],
  considering: (object: string) => `Considérant l’objet de l’accord : ${object}`,
  operative: 'Dispositif',
  decides: 'DÉCIDE',
  article: (number: number) => `Article ${number}`,
  approves: (title: string, parties: string) => `L’accord « ${title} » entre ${parties} est approuvé, dans le texte annexé.`,
  domains: 'Ses domaines sont les suivants :',
  authorises: 'L’exécutif est autorisé à le signer, et à prendre toute mesure qu’il demande.',
  commits: (amount: string) => `Le montant prévisionnel des engagements financiers qui en découlent est de ${amount}.`,
  transmitted: 'Une fois signé, il est transmis au représentant de l’État, et entre en vigueur dès cette transmission au plus tôt.',
  annex: (language: string) => `Annexe : texte de l’accord (${language})`,
  authentic: 'Ce texte fait foi.',
  translation: 'Traduction donnée pour la lecture.',
}

export type DeliberationTexts = typeof fr
export default fr
