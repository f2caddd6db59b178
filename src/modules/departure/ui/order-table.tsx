import { href } from 'react-router'
import { formatDate, formatPeriod } from '#platform/pure/local-date-format.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { type TravelOrder, orderNumber } from '../domain/travel-order.ts'
import { departureTexts } from '../texts.ts'

/** The register: every number given, those that were withdrawn included, each with its document. */
export function OrderTable({ orders, showsMission }: { orders: readonly TravelOrder[]; showsMission: boolean }) {
  const texts = useCatalogue(departureTexts)
  const words = texts.orders
  const locale = useLocale()
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={orders}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
      columns={[
        { key: 'number', header: words.number, render: orderNumber },
        { key: 'agent', header: words.agent, render: ({ givenName, familyName }) => `${givenName} ${familyName}` },
        ...(showsMission
          ? [
              {
                key: 'mission',
                header: words.mission,
                isLong: true,
                render: (order: TravelOrder) => <LocalizedText content={order.missionTitle} />,
              },
            ]
          : []),
        { key: 'issued', header: words.issuedOn, render: ({ issuedOn }) => formatDate(issuedOn, locale, 'short') },
        { key: 'validity', header: words.validity, render: ({ validFrom, validUntil }) => formatPeriod(validFrom, validUntil, locale) },
        {
          key: 'state',
          header: words.state,
          render: ({ state, withdrawnOn, withdrawnBecause }) =>
            state === 'issued' || !withdrawnOn ? (
              <Tag tone="success">{texts.orderStates.issued}</Tag>
            ) : (
              words.withdrawnOn(formatDate(withdrawnOn, locale, 'short'), withdrawnBecause ?? '')
            ),
        },
        {
          key: 'files',
          header: words.files,
          render: (order) => (
            <>
              <a
                href={href('/ordres-de-mission/:orderId/:format', { orderId: order.id, format: 'pdf' })}
                aria-label={words.fileOf(orderNumber(order), words.pdf)}
              >
                {words.pdf}
              </a>{' '}
              <a
                href={href('/ordres-de-mission/:orderId/:format', { orderId: order.id, format: 'docx' })}
                aria-label={words.fileOf(orderNumber(order), words.word)}
              >
                {words.word}
              </a>
            </>
          ),
        },
      ]}
    />
  )
}
