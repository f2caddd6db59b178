import { href } from 'react-router'
import { partsOf } from '#platform/pure/local-date.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { mayArrangeDesk, mayReadRequests } from '../domain/rights.ts'
import { statedChoice, statedForm } from '../schemas/reception.ts'
import { visitTexts } from '../texts.ts'
import { receptionProblems, receptionTexts } from '../texts/reception-texts.ts'
import { CountedList, StatedForm, StatedTable, YearTable } from '../ui/year.tsx'
import { noteStatedCount, readYear, removeStatedCount } from '../usecases/state-count.ts'
import type { Route } from './+types/year.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = Number(new URL(request.url).searchParams.get('annee') ?? '')
  return read(context, request, async (ctx) => {
    const isYear = Number.isInteger(asked) && asked >= 1950 && asked <= 2100
    return {
      ...(await readYear(ctx, isYear ? asked : partsOf(ctx.today).year)),
      mayNote: mayArrangeDesk(ctx.actor),
      mayRead: mayReadRequests(ctx.actor),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  return answerForms(context, request, {
    remove: carryOut('visits.remove-count', statedChoice, (ctx, { statedId }) => removeStatedCount(ctx, statedId), {
      to: href('/visites/annee'),
      flash: 'removed',
    }),
    otherwise: carryOut('visits.note-count', statedForm, (ctx, typed) => noteStatedCount(ctx, typed), {
      to: (_, typed) => `${href('/visites/annee')}?annee=${typed.year}`,
      field: ({ code }) => (code === 'a_source_states_it_once' ? 'source' : ''),
    }),
  })
}

export default function Year({ loaderData, actionData }: Route.ComponentProps) {
  const { year, years, lines, elsewhere, mayNote, mayRead, requestKey } = loaderData
  const texts = useCatalogue(receptionTexts)
  const visits = useCatalogue(visitTexts)
  const words = texts.year
  const choices = [...new Set([...years, year])].toSorted((one, other) => other - one)
  return (
    <Page
      title={words.title(year)}
      lead={words.lead}
      breadcrumbs={mayRead ? [{ to: href('/visites'), label: visits.title }] : []}
      action={<ButtonLink to={href('/visites/cadeaux')}>{texts.gifts.link}</ButtonLink>}
    >
      <Form method="get" layout="row" id="year">
        <Select
          name="annee"
          label={words.years}
          placeholder={false}
          defaultValue={String(year)}
          options={choices.map((each) => ({ value: String(each), label: String(each) }))}
        />
        <Actions>
          <Button>{words.show}</Button>
        </Actions>
      </Form>
      <Section title={words.counted} titlePlace="above">
        <YearTable lines={lines} />
      </Section>
      {lines.map(
        ({ measure, counted }) =>
          counted.length > 0 && (
            <Section key={measure} id={measure} title={words.list(texts.measures[measure], counted.length)} titlePlace="above">
              <CountedList caption={words.listCaption(texts.measures[measure])} missions={counted} />
            </Section>
          ),
      )}
      {elsewhere.length > 0 && (
        <Section title={words.elsewhere} titlePlace="above">
          <StatedTable caption={words.elsewhereCaption} counts={elsewhere} mayRemove={mayNote} />
        </Section>
      )}
      {lines.some(({ stated }) => stated.length > 0) && (
        <Section title={words.stated} titlePlace="above">
          <StatedTable caption={words.stated} counts={lines.flatMap(({ stated }) => stated)} mayRemove={mayNote} />
        </Section>
      )}
      {mayNote && (
        <Section title={words.add} onPaper={false}>
          <StatedForm
            year={year}
            isOpen
            requestKey={requestKey}
            values={actionData?.values}
            errors={receptionProblems(texts, visits, actionData?.problems)}
          />
        </Section>
      )}
    </Page>
  )
}
