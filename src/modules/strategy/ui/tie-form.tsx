import { Link, href } from 'react-router'
import type { RefusedForm } from '#platform/web.ts'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import type { ObjectiveChoice } from '../sql/ties.ts'
import { problemTexts, strategyTexts } from '../texts.ts'

type TieSectionProps = {
  title: string
  /** Those of the strategy of its year come first. */
  choices: readonly ObjectiveChoice[]
  tied: readonly { readonly id: string }[]
  mayKeep: boolean
  organisationName: string
  requestKey: string
  refusal?: Pick<RefusedForm, 'values' | 'problems'> | undefined
}

/** Which objectives this serves: a box each, with the strategy it is of; read alone by who may not change them. */
export function TieSection({ title, choices, tied, mayKeep, organisationName, requestKey, refusal }: TieSectionProps) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.ties
  const locale = useLocale()
  const served = choices.filter(({ id }) => tied.some((each) => each.id === id))
  return (
    <Section title={title} note={words.note(organisationName)}>
      {choices.length === 0 ? (
        <p>
          {words.noPlan} {mayKeep && <Link to={href('/strategie/nouvelle')}>{words.openPlan}</Link>}
        </p>
      ) : mayKeep ? (
        <>
          {served.length === 0 && <p>{words.missing}</p>}
          <Form requestKey={requestKey} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
            <CheckboxGroup
              name="objectiveIds"
              label={words.label}
              defaultValues={served.map(({ id }) => id)}
              choices={choices.map(({ id, title: objective, planTitle, fromYear, toYear }) => ({
                value: id,
                label: <LocalizedText content={objective} />,
                note: words.of(pick(planTitle, locale).text, texts.period(fromYear, toYear)),
              }))}
            />
            <Actions>
              <Button kind="main">{words.save}</Button>
            </Actions>
          </Form>
        </>
      ) : served.length === 0 ? (
        <p>{words.missing}</p>
      ) : (
        <ul>
          {served.map((choice) => (
            <li key={choice.id}>
              <LocalizedText content={choice.title} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
