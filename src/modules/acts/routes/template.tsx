import { data, href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { type FieldProblems, formValues, read, redirectWithFlash, submit, typeForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { mayEditTemplates } from '../domain/rights.ts'
import { templateForm, textOf } from '../schemas.ts'
import { actTexts, problemText } from '../texts.ts'
import { partOf, sectionName } from '../ui/template-address.ts'
import { TemplateEditor, templateErrors } from '../ui/template-editor.tsx'
import { editTemplate, loadPart, resetTemplate } from '../usecases/edit-template.ts'
import { showPart, type ShownPart } from '../usecases/show-part.ts'
import type { SectionProblem } from '../domain/templates.ts'
import type { Route } from './+types/template.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayEditTemplates(ctx.actor))
    const part = found(partOf(params))
    const { ours, theirs, digest } = await loadPart(ctx, part)
    return {
      part,
      ours,
      theirs,
      digest,
      shown: await showPart(ctx, part, theirs ?? ours),
      requestKey: crypto.randomUUID(),
      resetKey: crypto.randomUUID(),
    }
  })
}

/** What the page is told after a refusal, or after a look at the effect. */
type Answer = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: FieldProblems
  readonly sectionProblems: readonly SectionProblem[]
  readonly shown: ShownPart | null
  readonly saved?: { readonly heading: string; readonly body: string; readonly digest: string }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const part = found(partOf(params))
  const { intent } = formValues(form)
  const answer = (problems: FieldProblems, more: Partial<Answer> = {}): Answer => ({
    values: formValues(form),
    problems,
    sectionProblems: [],
    shown: null,
    ...more,
  })
  if (intent === 'reset') {
    await submit(context, request, { form }, 'acts.reset-template', (ctx) => resetTemplate(ctx, part))
    return redirectWithFlash(href('/reglages/modeles'), 'saved')
  }
  const typed = await typeForm(form, templateForm)
  if (!typed.ok) return data(answer(typed.problem.problems), { status: 422 })
  const text = textOf(typed.value)
  if (intent === 'show') {
    const shown = await read(context, request, (ctx) => showPart(ctx, part, text))
    return data(answer({}, { shown, sectionProblems: shown.problems }), { status: shown.problems.length > 0 ? 422 : 200 })
  }
  const outcome = await submit(context, request, typed, 'acts.edit-template', (ctx) => editTemplate(ctx, part, typed.value.digest, text))
  if (outcome.ok) return redirectWithFlash(href('/reglages/modeles'), 'saved')
  if ('problems' in outcome.problem) return data(answer({}, { sectionProblems: outcome.problem.problems }), { status: 422 })
  if ('saved' in outcome.problem) {
    const { ours, theirs, digest } = outcome.problem.saved
    const current = theirs ?? ours
    const saved = { heading: current.heading.fr ?? '', body: current.body.fr ?? '', digest }
    return data(answer({ '': outcome.problem.code }, { saved }), { status: 409 })
  }
  return data(answer({ '': outcome.problem.code }), { status: 422 })
}

export default function Template({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(actTexts)
  const name = sectionName(texts, loaderData.part)
  const errors = actionData && {
    ...Object.fromEntries(Object.entries(actionData.problems).map(([field, code]) => [field, problemText(texts, code)])),
    ...templateErrors(texts, actionData.sectionProblems),
  }
  return (
    <Page
      kicker={texts.templateList[loaderData.part.document]}
      title={name}
      breadcrumbs={[{ to: href('/reglages/modeles'), label: texts.templateList.title }]}
    >
      <TemplateEditor
        {...loaderData}
        digest={actionData?.saved?.digest ?? loaderData.digest}
        shown={actionData?.shown ?? loaderData.shown}
        values={actionData?.values}
        errors={errors}
        saved={actionData?.saved}
      />
    </Page>
  )
}
