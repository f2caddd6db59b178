import { href } from 'react-router'
import { z } from 'zod'
import { fullName } from '#modules/directory/index.ts'
import { ticked } from '#platform/pure/form-fields.ts'
import { pick } from '#platform/pure/localized.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { personDataTexts } from '../person-data-texts.ts'
import { eraseAtRequest, readPersonData } from '../person-data.ts'
import type { Route } from './+types/person-data.ts'

/** What is kept of a person: to be given to them, or erased at their request. For administrators. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { card, rule, delegations, applications, exchanges, history } = await readPersonData(ctx, params.personId)
    const counts = {
      card: 1,
      delegations: delegations.length,
      applications: applications.length,
      exchanges: exchanges.length,
      history: history.length,
    }
    return { name: fullName(card), rule, counts, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'directory.erase-person',
    z.object({ isConfirmed: ticked }),
    (ctx, { isConfirmed }) => eraseAtRequest(ctx, params.personId, isConfirmed),
    { to: href('/annuaire'), flash: 'removed', field: 'isConfirmed' },
  )
}

export default function PersonDataPage({ loaderData: { name, rule, counts, requestKey }, actionData, params }: Route.ComponentProps) {
  const words = useCatalogue(personDataTexts)
  const locale = useLocale()
  const { kept, access, erase } = words
  const errors =
    actionData &&
    Object.fromEntries(Object.entries(actionData.problems).map(([field, code]) => [field, words.problems[code] ?? words.unknown]))
  const kinds = Object.keys(kept.rows) as (keyof typeof kept.rows)[]
  return (
    <Page
      kicker={name}
      title={words.title}
      lead={words.lead}
      breadcrumbs={[
        { to: href('/annuaire'), label: words.directory },
        { to: href('/annuaire/personnes/:personId', params), label: name },
      ]}
    >
      <Section title={kept.title} note={rule && kept.rule(rule.days, pick(rule.ground, locale).text)} titlePlace="above">
        <DataTable
          caption={kept.caption}
          captionHidden
          rows={kinds}
          rowKey={(kind) => kind}
          columns={[
            { key: 'what', header: kept.what, isRowHeader: true, isLong: true, render: (kind) => kept.rows[kind] },
            { key: 'count', header: kept.count, align: 'figure', render: (kind) => counts[kind] },
            { key: 'fate', header: kept.fate, isLong: true, render: (kind) => kept.fates[kind] },
          ]}
        />
      </Section>
      <Section title={access.title} note={access.note}>
        <Actions>
          <ButtonLink to={href('/annuaire/personnes/:personId/donnees/archive.zip', params)} icon="download" download>
            {access.get}
          </ButtonLink>
        </Actions>
      </Section>
      <Section title={erase.title} note={erase.note}>
        <Form id="erase" requestKey={requestKey} values={actionData?.values} errors={errors}>
          <Checkbox name="isConfirmed" label={erase.confirm} />
          <Actions>
            <Button kind="danger">{erase.submit}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  )
}
