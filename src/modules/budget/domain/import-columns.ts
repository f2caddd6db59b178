import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Benefits, Category } from './expense.ts'

/** An expense as one line of a file says it. Amounts and rates stay texts until the currency of the line is known. */
export type ExpenseRow = {
  readonly spentOn: LocalDate
  readonly supplier: string
  readonly category: Category
  readonly amount: string
  readonly currency: string
  readonly rate: string
  /** The currency a unit of which the rate is for. */
  readonly rateFrom: string
  readonly rateOn: string
  readonly rateSource: string
  readonly label: string
  readonly benefits: Benefits
  readonly isShared: boolean
  readonly externalKey: string | null
}

type ColumnNames = { readonly labels: Readonly<Record<Locale, string>>; readonly aliases?: readonly string[] }

/** The titles of the columns, in the order of the template; aliases are titles finance software gives them. */
export const columnNames: Readonly<Record<keyof ExpenseRow, ColumnNames>> = {
  spentOn: { labels: { fr: 'Date', en: 'Date' }, aliases: ['Date de la dépense', 'Date de facture', 'Expense date'] },
  supplier: { labels: { fr: 'Fournisseur', en: 'Supplier' }, aliases: ['Tiers', 'Prestataire', 'Vendor'] },
  category: { labels: { fr: 'Nature', en: 'Category' }, aliases: ['Nature de dépense', 'Catégorie', 'Type'] },
  amount: { labels: { fr: 'Montant', en: 'Amount' }, aliases: ['Montant TTC', 'Total TTC', 'Somme', 'Total'] },
  currency: { labels: { fr: 'Monnaie', en: 'Currency' }, aliases: ['Devise'] },
  rate: { labels: { fr: 'Taux', en: 'Rate' }, aliases: ['Taux de change', 'Exchange rate'] },
  rateFrom: { labels: { fr: 'Taux pour 1 unité de', en: 'Rate for 1 unit of' }, aliases: ['Sens du taux', 'Rate direction'] },
  rateOn: { labels: { fr: 'Date du taux', en: 'Rate date' } },
  rateSource: { labels: { fr: 'Source du taux', en: 'Rate source' } },
  label: { labels: { fr: 'Précisions', en: 'Details' }, aliases: ['Libellé', 'Objet', 'Description'] },
  benefits: { labels: { fr: 'Au bénéfice de', en: 'For the benefit of' } },
  isShared: { labels: { fr: 'Partagée', en: 'Shared' } },
  externalKey: {
    labels: { fr: 'Numéro de pièce', en: 'Document number' },
    aliases: ['N° de pièce', 'Pièce', 'Numéro de mandat', 'Facture', 'Invoice number'],
  },
}

/** What no line can do without. */
export const requiredColumns: readonly (keyof ExpenseRow)[] = ['spentOn', 'supplier', 'category', 'amount']
