import { href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { type RefusedForm, read } from '#platform/web.ts'
import { type Freeze, changedFields, isFrozen, setFreeze } from '#modules/delegations/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { changeDecisionForm, freezeForm } from '../schemas.ts'
import { registrationTexts, sayProblems } from '../texts.ts'
import { changeTexts } from '../texts/change-texts.ts'
import { DecidedChanges, WaitingChange } from '../ui/change-list.tsx'
import { decideChange, openChanges } from '../usecases/decide-change.ts'
import type { Route } from './+types/changes.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mayDecide, freeze, requests } = await openChanges(ctx, params.missionId)
    return {
      mayDecide,
      freeze,
      isFrozen: isFrozen(freeze, ctx.today),
      requests: requests.map((each) => ({ ...each, fields: changedFields(each.was, each.becomes) })),
      zone: asTimeZone(ctx.actor.timeZone),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const to = href('/missions/:missionId/inscriptions/modifications', params)
  return answerForms(context, request, {
    freeze: carryOut(
      'registration.set-freeze',
      freezeForm,
      (ctx, { frozenOn, version }) => setFreeze(ctx, params.missionId, frozenOn, version),
      { to, field: 'frozenOn' },
    ),
    otherwise: carryOut(
      'registration.decide-change',
      changeDecisionForm,
      (ctx, { requestId, intent, reason }) => decideChange(ctx, params.missionId, requestId, { isAccepted: intent === 'accept', reason }),
      { to, field: 'reason' },
    ),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Changes({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { mayDecide, freeze, requests, zone } = loaderData
  const texts = useCatalogue(registrationTexts)
  const words = useCatalogue(changeTexts)
  const refused = actionData as RefusedForm | undefined
  const errors = sayProblems(texts, refused?.problems)
  const isFreeze = refused?.values.intent === 'freeze'
  const waiting = requests.filter(({ state }) => state === 'open')
  const decided = requests.filter(({ state }) => state !== 'open')
  return (
    <>
      <Section
        title={words.freeze.title}
        note={words.freeze.note}
        action={
          <ButtonLink kind="quiet" icon="back" to={href('/missions/:missionId/inscriptions', { missionId })}>
            {words.back}
          </ButtonLink>
        }
      >
        <FreezeWords frozenOn={freeze?.frozenOn ?? null} isFrozen={loaderData.isFrozen} />
        {mayDecide && <FreezeForm freeze={freeze} {...(isFreeze ? { values: refused.values, errors } : {})} />}
      </Section>
      <Section title={words.waiting.title} note={words.waiting.note}>
        <p>{waiting.length === 0 ? words.waiting.none : words.waiting.some(waiting.length)}</p>
      </Section>
      {waiting.map((each) => (
        <WaitingChange
          key={each.id}
          request={each}
          mayDecide={mayDecide}
          zone={zone}
          {...(refused?.values.requestId === each.id ? { values: refused.values, errors } : {})}
        />
      ))}
      {decided.length > 0 && <DecidedChanges requests={decided} zone={zone} />}
    </>
  )
}

function FreezeWords({ frozenOn, isFrozen: isNow }: { frozenOn: LocalDate | null; isFrozen: boolean }) {
  const { freeze } = useCatalogue(changeTexts)
  const locale = useLocale()
  if (frozenOn === null) return <p>{freeze.none}</p>
  return <p>{(isNow ? freeze.is : freeze.will)(formatDate(frozenOn, locale))}</p>
}

function FreezeForm({
  freeze,
  values,
  errors,
}: {
  freeze: Freeze | null
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}) {
  const { freeze: words } = useCatalogue(changeTexts)
  return (
    <Form id="freeze" version={freeze?.version ?? 0} values={values} errors={errors} key={freeze?.version ?? 0}>
      <HiddenField name="intent" value="freeze" />
      <DateField name="frozenOn" label={words.on} hint={words.onHint} defaultValue={freeze?.frozenOn ?? ''} />
      <Actions>
        <Button>{words.save}</Button>
      </Actions>
    </Form>
  )
}
