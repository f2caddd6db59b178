import { Link, href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { type Person, fullName, loadPerson, searchPeople } from '#modules/directory/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { memberFromCard } from '../domain/card.ts'
import { mayChangeDelegation } from '../domain/rights.ts'
import { draftOf, fieldOfProblem, memberForm } from '../schemas.ts'
import { listRepresented } from '../sql/members.ts'
import { delegationTexts } from '../texts.ts'
import { CardSearch, searchedCard } from '../ui/card-search.tsx'
import { MemberForm } from '../ui/member-form.tsx'
import { registerMember } from '../usecases/register-member.ts'
import type { Route } from './+types/new-member.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    allow(mayChangeDelegation(ctx.actor, mission.partners))
    const query = new URL(request.url).searchParams
    const search = query.get(searchedCard)?.trim().slice(0, 200) ?? ''
    const chosen = await loadChosen(ctx, query.get('personne'))
    return {
      search,
      people: chosen === null && search !== '' ? await searchPeople(ctx, search) : [],
      card: chosen && { id: chosen.id, name: fullName(chosen) },
      member: chosen && memberFromCard(chosen, ctx.today),
      represented: await listRepresented(ctx.tx, params.missionId),
      requestKey: crypto.randomUUID(),
    }
  })
}

/** The card someone chose; an address that names none opens the empty form. */
async function loadChosen(ctx: Ctx, personId: string | null): Promise<Person | null> {
  return isUuid(personId) ? loadPerson(ctx.tx, personId) : null
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'delegations.register',
    memberForm,
    (ctx, typed) => registerMember(ctx, params.missionId, draftOf(typed), typed.personId),
    { to: href('/missions/:missionId/delegation', params), field: fieldOfProblem },
  )
}

export default function NewMember({ loaderData, actionData, params }: Route.ComponentProps) {
  const { search, people, card, member, represented, requestKey } = loaderData
  const texts = useCatalogue(delegationTexts)
  const here = href('/missions/:missionId/delegation/nouveau-membre', params)
  return (
    <>
      <Section title={texts.card.fromDirectory} note={texts.card.fromDirectoryNote}>
        {card ? (
          <p>
            {card.name}. <Link to={here}>{texts.card.another}</Link>
          </p>
        ) : (
          <CardSearch
            search={search}
            people={people}
            renderChoice={(person) => (
              <Link to={`${here}?personne=${person.id}`}>
                {texts.card.take} <VisuallyHidden>{fullName(person)}</VisuallyHidden>
              </Link>
            )}
          />
        )}
      </Section>
      <Section title={texts.form.newTitle}>
        <MemberForm
          key={card?.id}
          missionId={params.missionId}
          member={member ?? undefined}
          card={card}
          represented={represented}
          requestKey={requestKey}
          refusal={actionData}
        />
      </Section>
    </>
  )
}
