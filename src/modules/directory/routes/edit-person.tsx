import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { fullName } from '../domain/person.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { personDraftOf, personField, personForm } from '../schemas.ts'
import { loadPerson } from '../sql/people.ts'
import { directoryTexts } from '../texts.ts'
import { PersonConflict } from '../ui/edit-conflict.tsx'
import { PersonForm } from '../ui/person-form.tsx'
import { changePerson } from '../usecases/change-person.ts'
import { personChoices } from '../usecases/list-choices.ts'
import type { Route } from './+types/edit-person.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const person = found(await loadPerson(ctx.tx, params.personId))
    allow(mayKeepDirectory(ctx.actor))
    return { person, ...(await personChoices(ctx, locale)), requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'directory.change-person',
    personForm,
    (ctx, typed) => changePerson(ctx, params.personId, typed.version ?? 0, personDraftOf(typed)),
    { to: href('/annuaire/personnes/:personId', params), field: personField },
  )
}

export default function EditPerson({ loaderData, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(directoryTexts)
  const saved = actionData?.saved
  return (
    <Page
      title={texts.person.editTitle}
      breadcrumbs={[
        { to: href('/annuaire'), label: texts.title },
        { to: href('/annuaire/personnes/:personId', params), label: fullName(loaderData.person) },
      ]}
    >
      {saved && <PersonConflict saved={saved} values={actionData.values} languages={loaderData.languages} />}
      <PersonForm {...loaderData} version={saved?.version ?? loaderData.person.version} refusal={actionData} />
    </Page>
  )
}
