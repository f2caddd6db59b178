import type { DocumentKind, SeenBy } from './documents-of-person.ts'

const kinds: Record<DocumentKind, (detail: string) => string> = {
  wording: (language) => `Texte de l’accord, en ${language}`,
  minutes: () => 'Compte rendu du comité de pilotage',
  act: (reference) => (reference ? `Acte ${reference}` : 'Acte, sans cote encore'),
  order: (number) => `Ordre de mission ${number}`,
  evidence: (requirement) => `Justificatif de départ : ${requirement}`,
  moment: (name) => name,
  programme: (number) => `Son programme, version ${number}`,
  receipt: (label) => `Justificatif de dépense : ${label}`,
  letter: (subject) => `Lettre : ${subject}`,
}

const seenBy: Record<SeenBy, (organisation: string) => string> = {
  organisation: (organisation) => `les membres de ${organisation}`,
  everyone: () => 'tout le monde : l’acte est publié',
  partners: () => 'tous les partenaires de la mission',
  partners_and_travellers: () => 'tous les partenaires de la mission, et ceux qui sont attendus',
  organisation_and_travellers: (organisation) => `les membres de ${organisation}, et ceux de ses voyageurs qui sont attendus`,
  preparers: (organisation) => `${organisation} : qui prépare les départs`,
  register: (organisation) => `${organisation} : qui prépare les départs, tient les comptes ou les assemblées`,
  accounts: (organisation) => `cette personne ; ${organisation} : qui tient les comptes`,
  answerers: (organisation) => `qui l’a reçue ; ${organisation} : qui répond aux demandes`,
}

const fr = {
  title: 'Documents',
  note: 'Ceux qui nomment cette personne ou la concernent, et que vous pouvez ouvrir.',
  document: 'Document',
  about: 'Au sujet de',
  on: 'Du',
  seen: 'Lu par',
  kinds,
  seenBy,
}

export type PersonDocumentTexts = typeof fr
export default fr
