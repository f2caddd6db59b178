import { Link, href } from 'react-router'
import { read } from '#platform/web.ts'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { Page } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { mayKeepStrategy } from '../domain/rights.ts'
import { listPlans } from '../sql/plans.ts'
import { strategyTexts } from '../texts.ts'
import type { Route } from './+types/strategies.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({ plans: await listPlans(ctx.tx), mayKeep: mayKeepStrategy(ctx.actor) }))
}

export default function Strategies({ loaderData: { plans, mayKeep } }: Route.ComponentProps) {
  const texts = useCatalogue(strategyTexts)
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      action={
        mayKeep && (
          <ButtonLink to={href('/strategie/nouvelle')} kind="main" icon="plus">
            {texts.newPlan}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={texts.caption}
        captionHidden
        rows={plans}
        rowKey={({ id }) => id}
        rowLink={({ id }) => href('/strategie/:planId', { planId: id })}
        empty={
          <EmptyState title={texts.emptyTitle} action={mayKeep && <Link to={href('/strategie/nouvelle')}>{texts.newPlan}</Link>}>
            {texts.empty}
          </EmptyState>
        }
        columns={[
          { key: 'title', header: texts.columns.title, isRowHeader: true, render: ({ title }) => <LocalizedText content={title} /> },
          {
            key: 'period',
            header: texts.columns.period,
            render: ({ fromYear, toYear, archivedOn }) => (
              <>
                {texts.period(fromYear, toYear)} {archivedOn && <Tag>{texts.archived}</Tag>}
              </>
            ),
          },
          { key: 'objectives', header: texts.columns.objectives, align: 'figure', render: ({ objectiveCount }) => objectiveCount },
          {
            key: 'destinations',
            header: texts.columns.destinations,
            align: 'figure',
            render: ({ destinationCount, destinationLimit }) => texts.ofLimit(destinationCount, destinationLimit),
          },
        ]}
      />
    </Page>
  )
}
