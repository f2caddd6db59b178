import { Link, href } from 'react-router'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { countryChoices } from '#modules/directory/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { mayReadRegister, maySetRules } from '../domain/rights.ts'
import { fieldOfProblem, ruleChoice, ruleForm, signatoryForm } from '../schemas.ts'
import { listDefaultRules, listOwnRules, loadSignatory } from '../sql/rules.ts'
import { departureTexts } from '../texts.ts'
import { OwnRules } from '../ui/own-rules.tsx'
import { RuleForm } from '../ui/rule-form.tsx'
import { SignatoryForm } from '../ui/signatory-form.tsx'
import { setRule, setSignatory, withdrawRule } from '../usecases/set-rules.ts'
import type { Route } from './+types/rules.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({
    signatory: await loadSignatory(ctx.tx),
    defaults: await listDefaultRules(ctx.tx),
    own: await listOwnRules(ctx.tx),
    countries: countryChoices(ctx.actor.locale),
    maySet: maySetRules(ctx.actor),
    hasRegister: mayReadRegister(ctx.actor),
    requestKey: crypto.randomUUID(),
  }))
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const { intent } = formValues(form)
  if (intent === 'signatory') {
    const typed = await typeForm(form, signatoryForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, 'departure.signatory', (ctx) => setSignatory(ctx, typed.value))
    return outcome.ok ? redirectWithFlash(href('/reglages/depart'), 'saved') : refuseForm(typed.refuse(outcome.problem, fieldOfProblem))
  }
  if (intent === 'rule') {
    const typed = await typeForm(form, ruleForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, 'departure.rule', (ctx) => setRule(ctx, typed.value))
    return outcome.ok ? redirectWithFlash(href('/reglages/depart'), 'saved') : refuseForm(typed.refuse(outcome.problem, fieldOfProblem))
  }
  const typed = await typeForm(form, ruleChoice)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'departure.withdraw-rule', (ctx) => withdrawRule(ctx, typed.value.ruleId))
  return outcome.ok ? redirectWithFlash(href('/reglages/depart'), 'removed') : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function Rules({ loaderData, actionData }: Route.ComponentProps) {
  const { signatory, defaults, own, countries, maySet, hasRegister, requestKey } = loaderData
  const words = useCatalogue(departureTexts).rules
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/reglages'), label: useCatalogue(departureTexts).settings }]}>
      {!maySet && <Notice>{words.readOnly}</Notice>}
      <Section
        title={words.signatory}
        note={words.signatoryNote}
        action={hasRegister && <Link to={href('/reglages/depart/registre')}>{words.toRegister}</Link>}
      >
        <SignatoryForm signatory={signatory} maySet={maySet} refusal={actionData} requestKey={requestKey} />
      </Section>
      <Section title={words.asked} note={words.askedNote} titlePlace="above">
        <OwnRules defaults={defaults} own={own} maySet={maySet} requestKey={requestKey} />
      </Section>
      {maySet && (
        <Section title={words.decide} note={words.decideNote} onPaper={false}>
          <RuleForm key={requestKey} countries={countries} refusal={actionData} requestKey={requestKey} />
        </Section>
      )}
    </Page>
  )
}
