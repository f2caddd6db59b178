import { LOCALES } from '#platform/pure/locale.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { LocalizedField } from '#ui/localized-field.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import type { EventQuestion, Stage } from '../../domain/survey.ts'
import { surveyProblems, surveyTexts } from '../../texts/survey-texts.ts'
import type { Refusal } from '../refusal.ts'

type QuestionFormProps = {
  question: EventQuestion
  /** The stages that may still be asked. */
  open: readonly Stage[]
  requestKey: string
  refusal: Refusal
}

/** One question: its words in each language and its dates. A refusal of another one is not its own. */
export function QuestionForm({ question: { measure, wording, stages, version }, open, requestKey, refusal }: QuestionFormProps) {
  const texts = useCatalogue(surveyTexts)
  const { questions: words } = texts
  const own = refusal?.values.measure === measure ? refusal : undefined
  return (
    <details open={own !== undefined}>
      <summary>{words.edit(texts.measures[measure])}</summary>
      <Form
        id={`question-${measure}`}
        requestKey={requestKey}
        version={version}
        values={own?.values}
        errors={surveyProblems(texts, own?.problems)}
      >
        <HiddenField name="measure" value={measure} />
        <LocalizedField name="wording" label={words.wording} languages={LOCALES} requiredLanguage="fr" defaultValue={wording} multiline />
        {measure === 'follow_up' ? (
          <p>{words.always}</p>
        ) : (
          <CheckboxGroup
            name="stages"
            label={words.at}
            hint={words.atNote}
            inline
            defaultValues={stages}
            choices={open.map((stage) => ({ value: stage, label: texts.stages[stage] }))}
          />
        )}
        <Actions>
          <Button>{words.save}</Button>
          {version > 0 && (
            <Button kind="quiet" name="intent" value="restore">
              {words.restore}
            </Button>
          )}
        </Actions>
      </Form>
    </details>
  )
}
