import { Link, href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { formatPeriodLabel } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { mayOpenAct } from '../domain/rights.ts'
import { openAgreementForm, openForm } from '../schemas.ts'
import { actTexts, problemTexts } from '../texts.ts'
import { missionsWithoutAct } from '../usecases/missions-without-act.ts'
import { agreementsWithoutAct, openAgreementAct } from '../usecases/open-agreement-act.ts'
import { openAct } from '../usecases/open-act.ts'
import type { Route } from './+types/new-act.ts'

/** `?mission=…` and `?accord=…` come from the page of what the act is to be about, and choose it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const asked = searchParams.getAll('mission').filter(isUuid)
  return read(context, request, async (ctx) => {
    allow(mayOpenAct(ctx.actor))
    const agreements = (await agreementsWithoutAct(ctx)).map(({ id, title }) => ({ id: id as string, title }))
    return {
      missions: await missionsWithoutAct(ctx),
      agreements,
      asked,
      askedAgreement: agreements.find(({ id }) => id === searchParams.get('accord'))?.id ?? null,
      requestKeys: { missions: crypto.randomUUID(), agreement: crypto.randomUUID() },
    }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  const to = (actId: string) => href('/actes/:actId', { actId })
  return answerForms(context, request, {
    approve: carryOut('acts.open-agreement', openAgreementForm, (ctx, { agreementId }) => openAgreementAct(ctx, agreementId), {
      to: (made) => to(made),
      flash: 'created',
      field: 'agreementId',
    }),
    otherwise: carryOut('acts.open', openForm, (ctx, { missionIds }) => openAct(ctx, missionIds), {
      to: (made) => to(made),
      flash: 'created',
      field: 'missionIds',
    }),
  })
}

export default function NewAct({ loaderData, actionData }: Route.ComponentProps) {
  const { missions, asked, agreements, askedAgreement, requestKeys } = loaderData
  const texts = useCatalogue(actTexts)
  const words = texts.opening
  const isAgreement = actionData?.values.intent === 'approve'
  const refusal = { values: actionData?.values, errors: problemTexts(texts, actionData?.problems) }
  const ratification = (
    <MissionsToRatify
      key="missions"
      missions={missions}
      asked={asked}
      requestKey={requestKeys.missions}
      {...(isAgreement ? {} : refusal)}
    />
  )
  const approval = (
    <AgreementsToApprove
      key="agreements"
      agreements={agreements}
      asked={askedAgreement}
      requestKey={requestKeys.agreement}
      {...(isAgreement ? refusal : {})}
    />
  )
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/actes'), label: texts.title }]}>
      {askedAgreement === null ? [ratification, approval] : [approval, ratification]}
    </Page>
  )
}

type FormState = Pick<Parameters<typeof Form>[0], 'requestKey' | 'values' | 'errors'>
type Choices = Route.ComponentProps['loaderData']

function MissionsToRatify({ missions, asked, ...form }: Pick<Choices, 'missions' | 'asked'> & FormState) {
  const words = useCatalogue(actTexts).opening
  const locale = useLocale()
  const choices = missions.map(({ id, title, startsOn, endsOn }) => ({
    value: id,
    label: pick(title, locale).text,
    note: startsOn && endsOn ? formatPeriodLabel(startsOn, endsOn, locale) : words.noDates,
  }))
  if (choices.length === 0) return <EmptyState title={words.none}>{words.noneBody}</EmptyState>
  return (
    <Section title={words.ratification}>
      <Form id="missions" {...form}>
        <CheckboxGroup name="missionIds" label={words.missions} hint={words.hint} required choices={choices} defaultValues={asked} />
        <Actions>
          <Button kind="main" type="submit">
            {words.submit}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}

function AgreementsToApprove({ agreements, asked, ...form }: Pick<Choices, 'agreements'> & { asked: string | null } & FormState) {
  const words = useCatalogue(actTexts).opening
  const locale = useLocale()
  const choices = agreements.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))
  return (
    <Section title={words.agreements} note={words.agreementsLead}>
      {choices.length === 0 ? (
        <p>
          {words.noAgreement} <Link to={href('/accords')}>{words.toRegister}</Link>
        </p>
      ) : (
        <Form id="agreement" {...form}>
          <HiddenField name="intent" value="approve" />
          <RadioGroup
            name="agreementId"
            label={words.agreement}
            hint={words.agreementHint}
            required
            choices={choices}
            defaultValue={asked ?? undefined}
          />
          <Actions>
            <Button kind={asked === null ? 'plain' : 'main'} type="submit">
              {words.submitAgreement}
            </Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
