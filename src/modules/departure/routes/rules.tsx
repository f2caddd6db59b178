import { Link, href } from 'react-router'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
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

export function action({ context, request }: Route.ActionArgs) {
  return answerForms(context, request, {
    signatory: carryOut('departure.signatory', signatoryForm, (ctx, typed) => setSignatory(ctx, typed), {
      to: href('/reglages/depart'),
      field: fieldOfProblem,
    }),
    rule: carryOut('departure.rule', ruleForm, (ctx, typed) => setRule(ctx, typed), {
      to: href('/reglages/depart'),
      field: fieldOfProblem,
    }),
    otherwise: carryOut('departure.withdraw-rule', ruleChoice, (ctx, { ruleId }) => withdrawRule(ctx, ruleId), {
      to: href('/reglages/depart'),
      flash: 'removed',
    }),
  })
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
