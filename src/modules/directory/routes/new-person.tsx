import { data, href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { ok } from '#platform/pure/outcome.ts'
import { type RefusedForm, read, readForm, redirectWithFlash, submit, visitorContext } from '#platform/web.ts'
import { formLocalized } from '#platform/pure/form-text.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Page } from '#ui/page.tsx'
import type { OrganisationLine } from '../domain/organisation.ts'
import type { PersonId } from '../domain/person.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { affiliationField, affiliationForm, personDraftOf, personField, personForm } from '../schemas.ts'
import { directoryTexts } from '../texts.ts'
import { OrganisationByNameFields, PositionFields, whichOne } from '../ui/affiliation-fields.tsx'
import { PersonForm } from '../ui/person-form.tsx'
import { addPerson } from '../usecases/add-person.ts'
import { affiliateByName } from '../usecases/affiliate-by-name.ts'
import { personChoices } from '../usecases/list-choices.ts'
import type { Route } from './+types/new-person.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const query = new URL(request.url).searchParams
  return read(context, request, async (ctx) => {
    allow(mayKeepDirectory(ctx.actor))
    return {
      ...(await personChoices(ctx, locale)),
      name: query.get('nom')?.slice(0, 100) ?? undefined,
      organisation: query.get('organisation')?.slice(0, 200) ?? undefined,
      requestKey: crypto.randomUUID(),
    }
  })
}

const newPersonForm = personForm.extend(affiliationForm.shape)

export async function action({ context, request }: Route.ActionArgs) {
  const typed = await readForm(request, newPersonForm)
  if (!typed.ok) return refuse(typed.problem)
  const { value, form } = typed
  const capacity = formLocalized(form, 'capacity')
  const hasPosition = value.organisation !== '' || Object.keys(capacity).length > 0
  const outcome = await submit(context, request, typed, 'directory.add-person', async (ctx) => {
    const person = await addPerson(ctx, personDraftOf(value), { isAnother: value.isAnother })
    if (!person.ok || !hasPosition) return person
    const affiliated = await affiliateByName(ctx, person.value, value, { ...value, capacity })
    return affiliated.ok ? ok(person.value) : affiliated
  })
  if (outcome.ok) return redirectWithFlash(href('/annuaire/personnes/:personId', { personId: outcome.value }), 'created')
  const { problem } = outcome
  return refuse(typed.refuse(problem, personField(problem) ? personField : affiliationField), {
    known: problem.code === 'person_known' && 'known' in problem ? problem.known : undefined,
    candidates: 'candidates' in problem ? problem.candidates : undefined,
  })
}

type Questions = { known?: PersonId; candidates?: readonly OrganisationLine[] }

/** A refused form, with what the directory asks back: is it this person, is it one of these organisations? */
function refuse({ values, problems }: RefusedForm, { known, candidates }: Questions = {}) {
  return data({ values, problems, known, candidates }, { status: 422 })
}

export default function NewPerson({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(directoryTexts)
  const which = whichOne(actionData)
  return (
    <Page
      title={texts.newPerson}
      lead={`${texts.person.newLead} ${texts.person.private}`}
      breadcrumbs={[{ to: href('/annuaire'), label: texts.title }]}
    >
      <PersonForm {...loaderData} refusal={actionData} known={actionData?.known}>
        <Fieldset legend={texts.affiliation.first} hint={texts.affiliation.firstHint}>
          <OrganisationByNameFields {...loaderData} defaultValue={loaderData.organisation} which={which} />
          <PositionFields />
        </Fieldset>
      </PersonForm>
    </Page>
  )
}
