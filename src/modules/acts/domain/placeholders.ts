/**
 * The fixed list of what a template may call. `{{name}}` stands inside a sentence;
 * a slot stands alone on its line and brings paragraphs, a list or a table.
 */
export const INLINE_PLACEHOLDERS = [
  'authority',
  'authority.of',
  'reference',
  'object',
  'fiscalYear',
  'body',
  'body.to',
  'body.of',
  'meeting.date',
  'chair',
  'rapporteurs',
  'signatory',
  'proposedBy',
  'places',
  'places.at',
  'period',
  'members',
  'total',
  'amounts',
] as const
export type MissionPlaceholder = (typeof INLINE_PLACEHOLDERS)[number]

/** What the texts of an act about an agreement call besides. */
export const AGREEMENT_PLACEHOLDERS = [
  'agreement',
  'agreement.parties',
  'agreement.domains',
  'agreement.term',
  'agreement.forecast',
] as const
export type AgreementPlaceholder = (typeof AGREEMENT_PLACEHOLDERS)[number]
export type InlinePlaceholder = MissionPlaceholder | AgreementPlaceholder

export const SLOTS = [
  'dates',
  'objectives',
  'composition',
  'contents',
  'ownShare',
  'expenses',
  'amounts.list',
  'mandates',
  'annexes',
] as const
export type MissionSlot = (typeof SLOTS)[number]

export const AGREEMENT_SLOTS = ['agreement.purpose', 'agreement.grounds', 'agreement.pledges', 'agreement.note', 'agreement.texts'] as const
export type AgreementSlot = (typeof AGREEMENT_SLOTS)[number]
export type Slot = MissionSlot | AgreementSlot

/** What a text may call. An authority rewrites those of a ratification, which know no agreement. */
export type KnownPlaceholders = { readonly inline: readonly InlinePlaceholder[]; readonly slots: readonly Slot[] }
export const EVERY_PLACEHOLDER: KnownPlaceholders = {
  inline: [...INLINE_PLACEHOLDERS, ...AGREEMENT_PLACEHOLDERS],
  slots: [...SLOTS, ...AGREEMENT_SLOTS],
}
export const MISSION_PLACEHOLDERS: KnownPlaceholders = { inline: INLINE_PLACEHOLDERS, slots: SLOTS }

/** What each placeholder writes, for the page where an authority edits its templates. */
export const PLACEHOLDER_MEANINGS: { readonly [Name in MissionPlaceholder | MissionSlot]: { readonly fr: string; readonly en: string } } = {
  authority: { fr: 'nom de la collectivité', en: 'name of the authority' },
  'authority.of': { fr: '« du Conseil départemental… »', en: '“of the County Council…”' },
  reference: { fr: 'cote du rapport', en: 'reference of the report' },
  object: { fr: 'objet', en: 'object' },
  fiscalYear: { fr: 'exercice budgétaire', en: 'fiscal year' },
  body: { fr: '« la Commission permanente »', en: '“the Standing Committee”' },
  'body.to': { fr: '« à la Commission permanente »', en: '“to the Standing Committee”' },
  'body.of': { fr: '« de la Commission permanente »', en: '“of the Standing Committee”' },
  'meeting.date': { fr: 'date de la réunion', en: 'date of the meeting' },
  chair: { fr: 'présidence de la réunion', en: 'chair of the meeting' },
  rapporteurs: { fr: 'rapporteur ou rapporteurs', en: 'rapporteur or rapporteurs' },
  signatory: { fr: '« Madame la Présidente… », signataire du rapport', en: 'signatory of the report' },
  proposedBy: {
    fr: '« , sur la proposition de… », ou rien quand personne ne propose',
    en: '“, on the proposal of…”, or nothing when nobody proposes',
  },
  places: { fr: '« Gênes, Miami et Milan »', en: '“Genoa, Miami and Milan”' },
  'places.at': { fr: '« à Gênes, à Miami et à Milan »', en: '“in Genoa, in Miami and in Milan”' },
  period: { fr: 'du premier départ au dernier retour', en: 'from the first departure to the last return' },
  members: { fr: 'nombre de membres, en lettres', en: 'number of members, in words' },
  total: { fr: 'montant total', en: 'total amount' },
  dates: { fr: 'liste des dates de chaque mission', en: 'list of the dates of each mission' },
  objectives: { fr: 'objectifs, communs ou par mission', en: 'objectives, shared or by mission' },
  composition: { fr: 'composition de chaque délégation, en lettres', en: 'composition of each delegation, in words' },
  contents: { fr: 'déroulement, par lieu', en: 'what was done, by place' },
  ownShare: {
    fr: 'mention des autres financeurs, ou rien quand la collectivité a tout payé',
    en: 'note on the other funders, or nothing when the authority paid for everything',
  },
  expenses: { fr: 'tableau des dépenses par nature et par mission', en: 'table of expenses by category and by mission' },
  amounts: { fr: '« Gênes : 1 177,87 € ; Miami… »', en: '“Genoa: €1,177.87; Miami…”' },
  'amounts.list': { fr: 'liste des montants par mission', en: 'list of the amounts by mission' },
  mandates: { fr: 'un visa par mandat spécial voté, ou rien', en: 'one citation for each special mandate voted, or nothing' },
  annexes: { fr: 'listes des délégations', en: 'lists of the delegations' },
}
