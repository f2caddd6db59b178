import type { OrganisationId } from '#platform/actor.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Statement } from '#ui/statement.tsx'
import type { ReadableShare } from '../domain/readable-shares.ts'
import { budgetTexts } from '../texts.ts'
import { writeLinesAddress } from './lines-address.ts'

type PartnerStatementProps = { currency: string; shares: readonly ReadableShare[]; total: bigint; ownId: OrganisationId; path: string }

/** What one may read of each partner's spending: one's own whole, of the others what they share. One statement per currency. */
export function PartnerStatement({ currency, shares, total, ownId, path }: PartnerStatementProps) {
  const texts = useCatalogue(budgetTexts)
  return (
    <Statement
      caption={texts.partners.caption(currency)}
      lineHeader={texts.partners.partner}
      columns={[texts.own.amount]}
      currency={currency}
      lines={[
        ...shares.map(({ organisationId, organisationName, cents, lineCount }) => ({
          key: organisationId,
          label: organisationName,
          note: organisationId === ownId ? texts.partners.ownNote : texts.partners.sharedNote(lineCount),
          figures: [{ cents, to: writeLinesAddress(path, organisationId === ownId ? {} : { organisationId }) }],
        })),
        { key: 'total', label: texts.partners.total, kind: 'total' as const, figures: [{ cents: total }] },
      ]}
    />
  )
}
