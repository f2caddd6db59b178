import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFacts } from '#ui/key-facts.tsx'
import type { Answers } from '../domain/application.ts'
import { questionNames } from '../domain/form.ts'
import { registrationTexts } from '../texts.ts'

/** What someone answered to the questions of their category. */
export function AnswerFacts({ answers }: { answers: Answers }) {
  const { questions, one } = useCatalogue(registrationTexts)
  const given = questionNames.flatMap((name) => (answers[name] ? [{ key: name, label: questions[name], value: answers[name] }] : []))
  return given.length > 0 ? <KeyFacts facts={given} /> : <p>{one.noAnswer}</p>
}
