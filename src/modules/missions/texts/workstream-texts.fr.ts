import type { WithdrawalReason } from '../domain/sign-off.ts'
import type { WorkstreamEvent } from '../domain/workstream-events.ts'

const because: Record<WithdrawalReason, string> = {
  by_hand: 'à la main',
  delegation_changed: 'la délégation a changé',
  mandate_changed: 'le mandat a changé',
  expenses_changed: 'les dépenses ont changé',
}

const fr = {
  tab: 'Volets',
  title: 'Volets',
  note: 'Institutionnel, prospection, appui à l’export, tourisme… Chaque volet est conduit par un partenaire.',
  caption: 'Volets de la mission',
  label: 'Volet',
  labelEn: 'Le même, en anglais',
  labelHint: 'Par exemple : appui à l’export',
  lead: 'Conduit par',
  none: 'Aucun volet n’est ouvert.',
  open: 'Ouvrir un volet',
  submit: 'Ouvrir le volet',
  close: 'Fermer',
  closeOf: (label: string) => `Fermer le volet ${label}`,
  parts: 'Parts validées',
  partsNote:
    'Chaque partenaire valide sa part : délégation nommée, mandat voté, et comptes arrêtés une fois revenu. Si sa délégation, son mandat ou ses dépenses changent ensuite, sa validation tombe d’elle-même.',
  partsCaption: 'Où en est la part de chaque partenaire',
  partner: 'Partenaire',
  standing: 'Validation',
  signed: 'Validée',
  notSigned: 'À valider',
  withdrawn: 'Retombée',
  signedBy: (name: string) => `par ${name}`,
  because,
  history: 'Validations passées',
  historyLabel: 'Validations et retraits, les plus récents d’abord',
  signedEntry: (organisation: string) => `${organisation} a validé sa part`,
  withdrawnEntry: (organisation: string, reason: string) => `La validation de ${organisation} est retirée : ${reason}`,
  ownPart: 'Votre part',
  missing: 'Avant de valider votre part, il reste :',
  sign: 'Valider notre part',
  withdraw: 'Retirer notre validation',
  events: {
    'workstream.opened': 'Volet ouvert',
    'workstream.closed': 'Volet fermé',
    'part.signed_off': 'Part validée',
    'part.sign_off_withdrawn': 'Validation retirée',
  } satisfies Record<WorkstreamEvent, string>,
  problems: {
    part_incomplete: 'Votre part n’est pas complète : voyez ce qui manque',
    already_signed_off: 'Votre part est déjà validée',
    one_standing_sign_off: 'Votre part est déjà validée',
    not_signed_off: 'Votre part n’est pas validée',
  },
}

export type WorkstreamTexts = typeof fr
export default fr
