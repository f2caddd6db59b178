import { Link, href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { missionTotalsOf } from '../domain/mission-totals.ts'
import { readableShares } from '../domain/readable-shares.ts'
import { mayRecordExpenses } from '../domain/rights.ts'
import { listExpenses } from '../sql/expenses.ts'
import { sumLedger } from '../sql/ledger-sums.ts'
import { budgetTexts } from '../texts.ts'
import { LedgerTable } from '../ui/ledger-table.tsx'
import { readLinesAddress, writeLinesAddress } from '../ui/lines-address.ts'
import { OwnStatement } from '../ui/own-statement.tsx'
import { PartnerStatement } from '../ui/partner-statement.tsx'
import { loadLedger } from '../usecases/open-ledger.ts'
import type { Route } from './+types/expenses.ts'

const pageSize = 100

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { category, organisationId, page } = readLinesAddress(new URL(request.url))
  return read(context, request, async (ctx) => {
    const { ledger, mission } = await loadLedger(ctx, params.missionId)
    const ownId = ctx.actor.organisationId
    const sums = await sumLedger(ctx.tx, [mission.id])
    const payerId = mission.partners.find((partner) => partner.organisationId === organisationId)?.organisationId ?? ownId
    const shown = sums.filter((sum) => sum.organisationId === payerId && (category === null || sum.category === category))
    const pageCount = Math.max(1, Math.ceil(shown.reduce((count, sum) => count + sum.lineCount, 0) / pageSize))
    const filter = { organisationId: payerId, limit: pageSize, offset: (Math.min(page, pageCount) - 1) * pageSize }
    return {
      ownId,
      currency: ledger.baseCurrency,
      closedOn: ledger.accountsClosedOn,
      own: missionTotalsOf(sums.filter((sum) => sum.organisationId === ownId)),
      readable: readableShares(sums, ownId),
      payer: payerId === ownId ? null : (mission.partners.find((partner) => partner.organisationId === payerId) ?? null),
      lines: await listExpenses(ctx.tx, mission.id, category ? { ...filter, category } : filter),
      category,
      page: Math.min(page, pageCount),
      pageCount,
      mayRecord: mayRecordExpenses(ctx.actor, mission.partners) && ledger.accountsClosedOn === null,
    }
  })
}

export default function Expenses({ loaderData, params }: Route.ComponentProps) {
  const { own, readable, ownId, currency, closedOn, mayRecord } = loaderData
  const texts = useCatalogue(budgetTexts)
  const locale = useLocale()
  const path = href('/missions/:missionId/depenses', params)
  const hasPartnerLines = readable.some(({ shares }) => shares.some((share) => share.organisationId !== ownId))
  return (
    <>
      {closedOn && (
        <Notice title={texts.own.closed(formatDate(closedOn, locale))}>
          <p>{texts.own.closedBody}</p>
        </Notice>
      )}
      <Section
        titlePlace="above"
        title={texts.own.title}
        note={texts.own.note(currency)}
        action={mayRecord && <Doors missionId={params.missionId} />}
      >
        {own.total ? <OwnStatement totals={own} path={path} /> : <EmptyState title={texts.own.emptyTitle}>{texts.own.empty}</EmptyState>}
      </Section>
      {hasPartnerLines && (
        <Section title={texts.partners.title} note={texts.partners.note}>
          {readable.map((statement) => (
            <PartnerStatement key={statement.currency} {...statement} ownId={ownId} path={path} />
          ))}
        </Section>
      )}
      <Lines {...loaderData} path={path} />
    </>
  )
}

function Doors({ missionId }: { missionId: string }) {
  const texts = useCatalogue(budgetTexts).own
  return (
    <Actions>
      <ButtonLink kind="main" icon="plus" to={href('/missions/:missionId/depenses/nouvelle', { missionId })}>
        {texts.record}
      </ButtonLink>
      <ButtonLink icon="upload" to={href('/missions/:missionId/depenses/import', { missionId })}>
        {texts.import}
      </ButtonLink>
    </Actions>
  )
}

type LinesProps = Pick<Route.ComponentProps['loaderData'], 'lines' | 'payer' | 'category' | 'page' | 'pageCount' | 'currency'> & {
  path: string
}

/** The lines behind a figure: of one's own ledger, or those one partner shares. */
function Lines({ lines, payer, category, page, pageCount, currency, path }: LinesProps) {
  const texts = useCatalogue(budgetTexts)
  const organisationId = payer?.organisationId ?? null
  if (lines.length === 0 && !payer && !category) return null
  return (
    <Section
      id="lignes"
      titlePlace="above"
      title={payer ? texts.lines.sharedTitle(payer.name) : texts.lines.title}
      action={
        <>
          {category && <Link to={writeLinesAddress(path, { organisationId })}>{texts.lines.allCategories}</Link>}{' '}
          {payer && <Link to={writeLinesAddress(path, {})}>{texts.lines.ownLines}</Link>}
        </>
      }
    >
      <LedgerTable
        lines={lines}
        currency={lines[0]?.base.currency ?? currency}
        caption={category ? texts.lines.categoryCaption(texts.categories[category]) : texts.lines.caption}
        empty={<p>{texts.lines.none}</p>}
      />
      <Pagination
        page={page}
        pageCount={pageCount}
        addressOf={(number) => writeLinesAddress(path, { category, organisationId, page: number })}
      />
    </Section>
  )
}
