import { href } from 'react-router'
import { z } from 'zod'
import { fullName, listErasures, listRetentionRules } from '#modules/directory/index.ts'
import { directoryTexts } from '#modules/directory/texts.ts'
import { SettingsTabs } from '#modules/identity/ui/settings-tabs.tsx'
import { ids } from '#platform/pure/form-fields.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { personDataTexts } from '../person-data-texts.ts'
import { purgeCards, readOverdueCards } from '../person-data.ts'
import type { Route } from './+types/retention.ts'

/** How long cards are kept, which are past their rule, and what was erased. For administrators. */
export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({
    overdue: await readOverdueCards(ctx),
    rules: await listRetentionRules(ctx.tx, ctx.today),
    erasures: await listErasures(ctx.tx, 50),
    zone: asTimeZone(ctx.actor.timeZone),
    requestKey: crypto.randomUUID(),
  }))
}

export function action({ context, request }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'directory.purge-cards',
    z.object({ personIds: ids }),
    (ctx, { personIds }) => purgeCards(ctx, personIds),
    { to: href('/reglages/conservation'), flash: 'removed' },
  )
}

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
  const { retention: words } = useCatalogue(personDataTexts)
  return (
    <Page
      title={words.title}
      lead={words.lead}
      below={<SettingsTabs hasKeys />}
      breadcrumbs={[{ to: href('/reglages'), label: words.settings }]}
    >
      <Due {...loaderData} refusal={actionData} />
      <Rules rules={loaderData.rules} />
      <Done erasures={loaderData.erasures} zone={loaderData.zone} />
    </Page>
  )
}

type Shown = Route.ComponentProps['loaderData']

function Due({ overdue, requestKey, refusal }: Pick<Shown, 'overdue' | 'requestKey'> & { refusal: Route.ComponentProps['actionData'] }) {
  const { problems, unknown, retention } = useCatalogue(personDataTexts)
  const { due: words } = retention
  const locale = useLocale()
  const { legalBases } = useCatalogue(directoryTexts)
  const errors = refusal && Object.fromEntries(Object.entries(refusal.problems).map(([field, code]) => [field, problems[code] ?? unknown]))
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      {overdue.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Form id="purge" requestKey={requestKey} values={refusal?.values} errors={errors}>
          <CheckboxGroup
            name="personIds"
            label={words.caption}
            choices={overdue.map((card) => ({
              value: card.id,
              label: fullName(card),
              note: words.noteOf(legalBases[card.legalBasis], formatDate(card.lastContactOn, locale), formatDate(card.keptUntil, locale)),
            }))}
          />
          <Actions>
            <Button kind="danger">{words.submit}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

function Rules({ rules }: Pick<Shown, 'rules'>) {
  const { rules: words } = useCatalogue(personDataTexts).retention
  const { legalBases } = useCatalogue(directoryTexts)
  return (
    <Section title={words.title} titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={rules}
        rowKey={({ legalBasis }) => legalBasis}
        columns={[
          { key: 'basis', header: words.basis, isRowHeader: true, render: ({ legalBasis }) => legalBases[legalBasis] },
          { key: 'days', header: words.days, align: 'figure', render: ({ days }) => words.daysOf(days) },
          { key: 'ground', header: words.ground, isLong: true, render: ({ ground }) => <LocalizedText content={ground} /> },
        ]}
      />
    </Section>
  )
}

function Done({ erasures, zone }: Pick<Shown, 'erasures' | 'zone'>) {
  const { done: words } = useCatalogue(personDataTexts).retention
  return (
    <Section title={words.title} titlePlace="above">
      {erasures.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.caption}
          captionHidden
          rows={erasures}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'at',
              header: words.at,
              isRowHeader: true,
              render: ({ recordedAt }) => <DateText date={dateIn(zone, recordedAt)} format="short" />,
            },
            { key: 'reason', header: words.reason, render: ({ reason }) => words.reasons[reason] },
            {
              key: 'stayed',
              header: words.stayed,
              render: ({ stayed }) => words.stayedOf(stayed.delegations ?? 0, stayed.applications ?? 0),
            },
          ]}
        />
      )}
    </Section>
  )
}
