import { href } from 'react-router'
import { read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { categories } from '../domain/application.ts'
import { longest } from '../domain/form.ts'
import { undoMinutes } from '../domain/letter.ts'
import { substitutionForm } from '../schemas.ts'
import { registrationTexts, sayFormProblems } from '../texts.ts'
import { LetterText } from '../ui/letter-text.tsx'
import { type SubstitutionPreview, previewSubstitution, readSubstitution, substitute } from '../usecases/substitute.ts'
import type { Route } from './+types/substitution.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { former, candidates } = await read(context, request, (ctx) => readSubstitution(ctx, params.missionId, params.applicationId))
  return {
    name: `${former.givenName} ${former.familyName}`,
    hasPlace: former.state === 'approved',
    candidates: candidates.map(({ id, givenName, familyName, state }) => ({ id, name: `${givenName} ${familyName}`, state })),
  }
}

type Answer = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: Readonly<Record<string, string>>
  readonly preview?: SubstitutionPreview
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, applicationId } = params
  const typed = await typeForm(await request.formData(), substitutionForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { isConfirmed, seen, ...asked } = typed.value
  const fieldOf = (problem: object) => {
    const code = 'code' in problem ? problem.code : null
    return code === 'reason_missing' ? 'reason' : code === 'nobody_chosen' ? 'successorId' : ''
  }
  if (!isConfirmed) {
    const previewed = await read(context, request, (ctx) => previewSubstitution(ctx, missionId, applicationId, asked))
    if (!previewed.ok) return refuseForm(typed.refuse(previewed.problem, fieldOf(previewed.problem)))
    return { values: typed.refuse({ code: '' }, '').values, problems: {}, preview: previewed.value }
  }
  const outcome = await submit(context, request, typed, 'registration.substitute', (ctx) =>
    substitute(ctx, missionId, applicationId, asked, seen),
  )
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, fieldOf(outcome.problem)))
  if (outcome.value.isAsked) return redirectWithFlash(href('/missions/:missionId/inscriptions/modifications', { missionId }), 'sent')
  return redirectWithFlash(href('/missions/:missionId/inscriptions/:applicationId', params), 'saved')
}

export default function Substitution({ loaderData: { name, hasPlace, candidates }, actionData, params }: Route.ComponentProps) {
  const { substitution, one } = useCatalogue(registrationTexts)
  const answer: Answer | undefined = actionData
  return (
    <Section title={substitution.title(name)} note={substitution.note(undoMinutes)} titlePlace="above">
      {answer?.preview && <Preview preview={answer.preview} values={answer.values} />}
      {hasPlace ? <Choice candidates={candidates} answer={answer} /> : <p>{substitution.gone}</p>}
      <ButtonLink kind="quiet" icon="back" to={href('/missions/:missionId/inscriptions', params)}>
        {one.back}
      </ButtonLink>
    </Section>
  )
}

/** Both letters as they will leave, and the same request again to agree to. */
function Preview({ preview, values }: { preview: SubstitutionPreview; values: Answer['values'] }) {
  const { substitution, decision } = useCatalogue(registrationTexts)
  const asked = Object.entries(values).filter(([field]) => !['intent', 'seen', 'requestKey'].includes(field))
  return (
    <>
      <h3>{decision.letters}</h3>
      <p>{decision.lettersNote}</p>
      {preview.letters.map(({ name, language, subject, text }) => (
        <details key={subject + name} open>
          <summary>{`${decision.letterTo(name)} – ${subject}`}</summary>
          <LetterText text={text} lang={language} />
        </details>
      ))}
      <Form id="confirm">
        <HiddenField name="intent" value="confirm" />
        <HiddenField name="seen" value={preview.seen} />
        {asked.map(([field, value]) => (
          <HiddenField key={field} name={field} value={String(value)} />
        ))}
        <Actions>
          <Button kind="main">{substitution.confirm}</Button>
        </Actions>
      </Form>
    </>
  )
}

function Choice({ candidates, answer }: { candidates: Route.ComponentProps['loaderData']['candidates']; answer: Answer | undefined }) {
  const texts = useCatalogue(registrationTexts)
  const { substitution, form } = texts
  const errors = answer && Object.keys(answer.problems).length > 0 ? sayFormProblems(texts, answer.problems) : undefined
  return (
    <Form id="substitution" values={answer?.values} errors={errors}>
      <HiddenField name="intent" value="preview" />
      {candidates.length > 0 && (
        <Select
          name="successorId"
          label={substitution.candidate}
          hint={substitution.candidateHint}
          placeholder={substitution.nobody}
          options={candidates.map(({ id, name, state }) => ({ value: id as string, label: `${name} – ${texts.states[state]}` }))}
        />
      )}
      <Fieldset legend={substitution.named} hint={substitution.namedNote}>
        <TextField name="givenName" label={form.givenName} autoComplete="off" />
        <TextField name="familyName" label={form.familyName} autoComplete="off" />
        <TextField name="capacity" label={form.capacity} hint={form.capacityHint} width="long" maxLength={longest.capacity} />
        <TextField name="email" type="email" label={form.email} width="long" spellCheck={false} autoComplete="off" />
        <TextField name="represents" label={form.represents} hint={form.representsHint} width="long" maxLength={longest.represents} />
        <Select
          name="category"
          label={form.category}
          placeholder="–"
          options={categories.map((value) => ({ value, label: texts.categories[value] }))}
        />
        <RadioGroup
          name="language"
          label={form.language}
          inline
          defaultValue="fr"
          choices={(['fr', 'en'] as const).map((value) => ({ value, label: form.languages[value] }))}
        />
      </Fieldset>
      <TextArea name="reason" label={substitution.reason} hint={substitution.reasonHint} required rows={3} maxLength={2000} />
      <Actions>
        <Button kind={answer?.preview ? 'plain' : 'main'}>{substitution.preview}</Button>
      </Actions>
    </Form>
  )
}
