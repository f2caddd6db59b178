import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { MoneyField } from '#ui/money-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { type AnswerInForm, type Question, followUps, valueCurrencies, valueQualifiers } from '../../domain/survey.ts'
import { surveyTexts } from '../../texts/survey-texts.ts'

/** The questions of a stage, each with what was answered. */
export function AnswerFields({ questions, answer }: { questions: readonly Question[]; answer: AnswerInForm }) {
  return (
    <>
      <HiddenField name="version" value={answer.version} />
      {questions.map((question) => (
        <AnswerField key={question.measure} question={question} answer={answer} />
      ))}
    </>
  )
}

function AnswerField({ question: { measure, wording }, answer }: { question: Question; answer: AnswerInForm }) {
  const texts = useCatalogue(surveyTexts)
  const label = pick(wording, useLocale()).text
  switch (measure) {
    case 'follow_up':
      return (
        <RadioGroup
          name="followUp"
          label={label}
          required
          inline
          defaultValue={answer.followUp ?? undefined}
          choices={followUps.map((value) => ({ value, label: texts.followUps[value] }))}
        />
      )
    case 'value':
      return (
        <>
          <MoneyField
            name="value"
            label={label}
            currency={answer.valueCurrency ?? 'EUR'}
            currencies={valueCurrencies}
            currencyName="valueCurrency"
            defaultCents={answer.valueCents ?? undefined}
          />
          <RadioGroup
            name="valueQualifier"
            label={texts.page.valueQualifier}
            inline
            defaultValue={answer.valueQualifier ?? undefined}
            choices={valueQualifiers.map((value) => ({ value, label: texts.qualifiers[value] }))}
          />
        </>
      )
    case 'words':
      return <TextArea name="words" label={label} defaultValue={answer.words} maxLength={2000} rows={3} />
    default:
      return <NumberField name={measure} label={label} defaultValue={answer[measure] ?? undefined} maxLength={7} />
  }
}
