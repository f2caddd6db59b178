import type { MessageEvent } from '../domain/message-events.ts'

const fr = {
  tab: 'Échanges',
  title: 'Échanges',
  note: 'Un fil par objet. Chaque message dit qui le lit, et ne change jamais de lecteurs.',
  threads: 'Fils de la mission',
  ofMission: 'Toute la mission',
  openThread: 'Ouvrir un fil au sujet de',
  open: 'Ouvrir',
  count: (count: number) => (count > 1 ? `${count} messages` : 'un message'),
  threadOf: (label: string) => `Fil : ${label}`,
  none: 'Personne n’a encore écrit ici.',
  sharedTag: 'Partagé',
  sharedNote: 'lu par tous les partenaires',
  privateTag: 'Privé',
  privateNote: (organisation: string) => `lu par ${organisation} seulement`,
  edited: 'modifié',
  retracted: 'Message retiré par son auteur.',
  edit: 'Modifier',
  editTitle: 'Modifier ce message',
  saveEdit: 'Enregistrer la modification',
  retract: 'Retirer',
  retractOf: (body: string) => `Retirer le message « ${body} »`,
  privateForm: 'Écrire à mes collègues',
  privateFormNote: (organisation: string) => `Aucun partenaire ne lira ce message, ni ne saura qu’il existe : ${organisation} seulement.`,
  privateSend: (organisation: string) => `Écrire à ${organisation} seulement`,
  sharedForm: 'Écrire à tous les partenaires',
  sharedFormNote: (names: string) => `Liront ce message : ${names}, et qui les rejoindra.`,
  sharedSend: 'Écrire à tous les partenaires',
  privateSubject: (organisation: string) =>
    `Ce document n’est lu que par ${organisation} : on n’en parle pas aux partenaires, qui apprendraient qu’il existe.`,
  body: 'Message',
  mail: {
    shared: (author: string, about: string) => `${author} a écrit à tous les partenaires : ${about}`,
    private: (author: string, about: string) => `${author} a écrit à votre organisation : ${about}`,
    from: (author: string, organisation: string) => `${author}, ${organisation} :`,
    open: 'Lire le fil et répondre',
    readByAll: 'Ce message est lu par tous les partenaires de la mission.',
    readByOwn: (organisation: string) => `Ce message n’est lu que par ${organisation}.`,
  },
  events: {
    'message.written': 'Message écrit',
    'message.edited': 'Message modifié',
    'message.retracted': 'Message retiré',
  } satisfies Record<MessageEvent, string>,
  problems: {
    readers_missing: 'Dites qui lira ce message',
    too_late_to_edit: 'Un message se modifie pendant un quart d’heure : écrivez-en un autre, ou retirez celui-ci',
    already_retracted: 'Ce message est déjà retiré',
    a_private_document_is_spoken_of_at_home: 'Ce document n’est pas lu par les partenaires : écrivez à vos collègues',
    stale_message: 'Ce message a changé entre-temps',
  },
}

export type MessageTexts = typeof fr
export default fr
