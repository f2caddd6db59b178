import { href } from 'react-router'
import { z } from 'zod'
import { allow, found } from '#platform/actor.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { formLocalized } from '#platform/pure/form-text.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { organisationLabel } from '../domain/organisation.ts'
import { fullName } from '../domain/person.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { affiliationField, affiliationForm } from '../schemas.ts'
import { loadPerson } from '../sql/people.ts'
import { directoryTexts, problemTexts } from '../texts.ts'
import { PositionFields } from '../ui/affiliation-fields.tsx'
import { changeAffiliation, removeAffiliation } from '../usecases/affiliate.ts'
import type { Route } from './+types/edit-affiliation.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const person = found(await loadPerson(ctx.tx, params.personId))
    const affiliation = found(person.affiliations.find(({ id }) => id === params.affiliationId))
    allow(mayKeepDirectory(ctx.actor))
    return { name: fullName(person), affiliation, requestKey: crypto.randomUUID() }
  })
}

const positionForm = affiliationForm.pick({ startsOn: true, endsOn: true, protocolRank: true })

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { personId, affiliationId } = params
  const back = href('/annuaire/personnes/:personId', { personId })
  if (formValues(form).intent === 'remove') {
    const typed = await typeForm(form, z.object({}))
    const outcome = await submit(context, request, typed, 'directory.remove-affiliation', (ctx) =>
      removeAffiliation(ctx, personId, affiliationId),
    )
    return outcome.ok ? redirectWithFlash(back, 'removed') : refuseForm(typed.refuse(outcome.problem, ''))
  }
  const typed = await typeForm(form, positionForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'directory.change-affiliation', (ctx) =>
    changeAffiliation(ctx, personId, affiliationId, { capacity: formLocalized(form, 'capacity'), ...typed.value }),
  )
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, affiliationField))
}

export default function EditAffiliation({ loaderData: { name, affiliation, requestKey }, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(directoryTexts)
  const { affiliation: words } = texts
  const locale = useLocale()
  return (
    <Page
      title={words.editTitle}
      lead={organisationLabel(affiliation.organisation, locale)}
      breadcrumbs={[
        { to: href('/annuaire'), label: texts.title },
        { to: href('/annuaire/personnes/:personId', { personId: params.personId }), label: name },
      ]}
    >
      <Form requestKey={requestKey} values={actionData?.values} errors={problemTexts(texts, actionData?.problems)}>
        <PositionFields affiliation={affiliation} required />
        <Actions>
          <Button kind="main">{words.save}</Button>
        </Actions>
      </Form>
      <Section title={words.removeTitle} note={words.removeNote}>
        <Form id="remove">
          <HiddenField name="intent" value="remove" />
          <Button kind="danger">{words.remove}</Button>
        </Form>
      </Section>
    </Page>
  )
}
