import { href } from 'react-router'
import { missionTotals } from '#modules/budget/index.ts'
import { readStatistics } from '#modules/meetings/index.ts'
import { outcomeTexts } from '#modules/meetings/texts/outcome-texts.ts'
import { statisticsTexts } from '#modules/meetings/texts/statistics-texts.ts'
import { EventViews } from '#modules/meetings/ui/event-views.tsx'
import { CountTable } from '#modules/meetings/ui/statistics/count-table.tsx'
import { ShareTable } from '#modules/meetings/ui/statistics/share-table.tsx'
import { SurveyFigures } from '#modules/meetings/ui/statistics/survey-figures.tsx'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { KeyFigures } from '#ui/key-figures.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { Route } from './+types/meeting-statistics.ts'

/** What the meetings of an event amount to, with what each cost: the expenses are the ledger’s, which comes after the meetings. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { event, circles, ...counted } = await readStatistics(ctx, params.missionId, params.eventId)
    const { total } = await missionTotals(ctx.tx, params.missionId, ctx.actor.organisationId)
    const { held } = counted.statistics.states
    return {
      event: { id: event.id, title: event.title },
      circles: circles.map(({ id, name }) => ({ id, name })),
      ...counted,
      total,
      /** Rounded to the nearest cent. */
      costCents: total && held > 0 ? (total.cents * 2n + BigInt(held)) / (2n * BigInt(held)) : null,
    }
  })
}

export default function MeetingStatistics({
  loaderData: { event, circles, statistics, stages, asOf, total, costCents },
  params,
}: Route.ComponentProps) {
  const texts = useCatalogue(statisticsTexts)
  const { nextSteps } = useCatalogue(outcomeTexts)
  const { figures: words, states, steps, fairness, companies, surveys } = texts
  const locale = useLocale()
  const file = (format: string) => href('/missions/:missionId/rendez-vous/:eventId/bilan/:format', { ...params, format })
  const told = statistics.meetings - statistics.states.unknown
  const { accepted, declined, expired } = statistics.requests
  const closed = accepted + declined + expired
  const { must, mustHeld, like, likeHeld } = statistics.wishes
  const planned = Object.entries(statistics.nextSteps).filter(([step]) => step !== 'none')
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section
        title={texts.title}
        note={texts.note}
        titlePlace="above"
        action={
          <Actions>
            <a href={file('xlsx')}>{texts.export.xlsx}</a>
            <a href={file('csv')}>{texts.export.csv}</a>
          </Actions>
        }
      >
        <KeyFigures
          figures={[
            { key: 'meetings', label: words.meetings, figure: statistics.meetings },
            {
              key: 'held',
              label: words.held,
              figure: statistics.states.held,
              note: words.ofTold(texts.percent(statistics.states.held, told), told),
            },
            { key: 'second', label: words.second, figure: statistics.nextSteps.second_meeting },
            {
              key: 'acceptance',
              label: words.acceptance,
              figure: texts.percent(accepted, closed),
              note: words.ofAnswered(accepted, closed),
            },
            { key: 'must', label: words.must, figure: texts.percent(mustHeld, must), note: words.of(mustHeld, must) },
            { key: 'like', label: words.like, figure: texts.percent(likeHeld, like), note: words.of(likeHeld, like) },
            {
              key: 'cost',
              label: words.cost,
              figure: total && costCents !== null && formatMoney({ cents: costCents, currency: total.currency }, locale),
              note: total ? words.costNote(formatMoney(total, locale)) : words.noCost,
            },
          ]}
        />
      </Section>
      <Section title={states.title} titlePlace="above">
        <CountTable
          caption={states.caption}
          isCaptionHidden
          header={states.state}
          unit={states.count}
          whole={statistics.meetings}
          rows={Object.entries(states.names).map(([key, label]) => ({
            key,
            label,
            count: statistics.states[key as keyof typeof states.names],
          }))}
        />
        <CountTable
          caption={steps.caption}
          header={steps.step}
          unit={states.count}
          rows={planned.map(([key, count]) => ({ key, label: nextSteps[key as keyof typeof nextSteps], count }))}
        />
      </Section>
      <Section
        title={surveys.title}
        note={asOf === null ? surveys.note : `${surveys.note} ${surveys.asOf(formatDate(asOf, locale))}`}
        titlePlace="above"
      >
        <SurveyFigures stages={stages} />
      </Section>
      <Section title={fairness.title} note={fairness.note} titlePlace="above">
        <ShareTable
          caption={fairness.byCircle}
          header={fairness.circle}
          rows={statistics.byCircle.map((line) => ({
            ...line,
            label: pick(circles.find(({ id }) => id === line.id)?.name ?? {}, locale).text,
          }))}
        />
        <ShareTable
          caption={fairness.byKeeper}
          header={fairness.keeper}
          rows={statistics.byKeeper.map(({ name, ...line }) => ({ ...line, label: name }))}
        />
        <CountTable
          caption={fairness.distribution}
          header={fairness.meetings}
          unit={fairness.companies}
          rows={statistics.distribution.map(({ meetings, companies: count }) => ({
            key: String(meetings),
            label: fairness.howMany(meetings),
            count,
          }))}
        />
      </Section>
      <Section title={companies.title} titlePlace="above">
        <DataTable
          caption={companies.caption}
          captionHidden
          rows={statistics.companies}
          rowKey={({ id }) => id}
          rowLink={({ id }) => href('/missions/:missionId/rendez-vous/:eventId/agenda/:participantId', { ...params, participantId: id })}
          columns={[
            { key: 'name', header: companies.company, isRowHeader: true, render: ({ name }) => name },
            { key: 'keeper', header: fairness.keeper, render: ({ organisationName }) => organisationName },
            { key: 'target', header: companies.target, align: 'figure', render: ({ target }) => target },
            { key: 'meetings', header: fairness.meetings, align: 'figure', render: ({ meetings }) => meetings },
            { key: 'held', header: companies.held, align: 'figure', render: ({ held }) => held },
            { key: 'missed', header: fairness.missed, align: 'figure', render: ({ missed }) => missed },
            { key: 'gaps', header: fairness.gaps, align: 'figure', render: ({ gaps }) => gaps },
          ]}
        />
      </Section>
    </>
  )
}
