import { href } from 'react-router'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import { type Measure, measures } from '../domain/coverage.ts'
import { strategyTexts } from '../texts.ts'
import { reviewTexts } from '../texts/review-texts.ts'
import { CellText } from '../ui/coverage-table.tsx'
import { readCoverage } from '../usecases/read-coverage.ts'
import type { Route } from './+types/reviews.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { plan, coverage } = await readCoverage(ctx, params.planId)
    return { planId: plan.id, years: coverage.years }
  })
}

/** The years of the strategy, each with its figures and its review. */
export default function Reviews({ loaderData: { planId, years } }: Route.ComponentProps) {
  const texts = useCatalogue(strategyTexts)
  const words = useCatalogue(reviewTexts)
  return (
    <Section title={words.list} note={words.listNote} titlePlace="above">
      <DataTable
        caption={words.listCaption}
        captionHidden
        rows={years}
        rowKey={({ id }) => id}
        rowLink={({ id }) => href('/strategie/:planId/revues/:year', { planId, year: id })}
        narrow="keep"
        columns={[
          { key: 'year', header: words.year, isRowHeader: true, render: ({ id }) => words.title(Number(id)) },
          ...measures.map((measure: Measure) => ({
            key: measure,
            header: texts.measures[measure],
            align: 'figure' as const,
            render: ({ cells }: (typeof years)[number]) => <CellText cell={cells[measure]} />,
          })),
        ]}
      />
    </Section>
  )
}
