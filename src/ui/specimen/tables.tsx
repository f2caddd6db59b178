import { ButtonLink } from '../button.tsx'
import { DataTable } from '../data-table.tsx'
import { Diff } from '../diff.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Amount } from '../format.tsx'
import { Pagination } from '../pagination.tsx'
import { Section } from '../section.tsx'
import { Tag } from '../tag.tsx'

type Expense = { id: string; supplier: string; date: string; category: string; payer: string; cents: bigint; isReceiptMissing?: boolean }

const expenses: Expense[] = [
  {
    id: '1',
    supplier: 'Compagnie du Détroit',
    date: '02/02/2027',
    category: 'Transport',
    payer: 'Métropole de Rochebrune',
    cents: 1_248_000n,
  },
  {
    id: '2',
    supplier: 'Albergo del Molo',
    date: '09/02/2027',
    category: 'Hébergement',
    payer: 'Métropole de Rochebrune',
    cents: 873_350n,
    isReceiptMissing: true,
  },
  {
    id: '3',
    supplier: 'Interpreti Valdoria',
    date: '11/02/2027',
    category: 'Interprétation',
    payer: 'Chambre de commerce',
    cents: 264_099n,
  },
  {
    id: '4',
    supplier: 'Avoir : nuitées annulées',
    date: '15/02/2027',
    category: 'Hébergement',
    payer: 'Métropole de Rochebrune',
    cents: -48_020n,
  },
]

export function SpecimenTables() {
  return (
    <>
      <Section
        title="Dépenses"
        titlePlace="above"
        action={
          <ButtonLink to="/depenses/nouvelle" icon="plus">
            Ajouter une dépense
          </ButtonLink>
        }
      >
        <DataTable
          caption="Dépenses engagées au 20 février 2027, par date"
          rows={expenses}
          rowKey={(expense) => expense.id}
          rowLink={(expense) => `/depenses/${expense.id}`}
          columns={[
            { key: 'supplier', header: 'Fournisseur', render: (expense) => expense.supplier },
            { key: 'date', header: 'Date', render: (expense) => expense.date },
            { key: 'category', header: 'Nature', render: (expense) => expense.category },
            { key: 'payer', header: 'Payé par', render: (expense) => expense.payer },
            {
              key: 'receipt',
              header: 'Justificatif',
              render: (expense) => (expense.isReceiptMissing ? <Tag tone="warning">manquant</Tag> : 'reçu'),
            },
            {
              key: 'amount',
              header: 'Montant',
              align: 'figure',
              render: (expense) => <Amount cents={expense.cents} currency="EUR" />,
              footer: <Amount cents={2_337_429n} currency="EUR" />,
            },
          ]}
        />
        <Pagination page={2} pageCount={7} addressOf={(page) => `?page=${page}`} />
      </Section>
      <Section title="Rencontres">
        <EmptyState
          title="Aucune rencontre n’est encore demandée"
          action={<ButtonLink to="/rencontres/inviter">Inviter les entreprises</ButtonLink>}
        >
          <p>
            Chaque entreprise choisit ici qui elle veut voir, doit voir, ou ne veut pas voir. Quand les vœux sont réunis, un plan de
            rencontres sans temps mort est proposé, avec la raison de chaque vœu refusé.
          </p>
        </EmptyState>
      </Section>
      <Section title="Deux saisies en même temps">
        <Diff
          caption="Jeanne Oliveri a enregistré cette mission pendant que vous l’écriviez"
          theirsBy="Jeanne Oliveri, 10 h 42"
          choosable
          fields={[
            { name: 'title', label: 'Titre', mine: 'Semaine du port à Valdoria', theirs: 'Semaine du port à Valdoria' },
            { name: 'start', label: 'Début', mine: '16 mars 2027', theirs: '15 mars 2027' },
            { name: 'purpose', label: 'Objet', mine: 'Signer l’accord portuaire', theirs: '' },
          ]}
        />
      </Section>
    </>
  )
}
