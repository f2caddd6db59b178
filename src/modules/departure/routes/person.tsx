import { Link, href } from 'react-router'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { listMembers as listColleagues } from '#modules/identity/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { nameOf } from '../domain/requirement.ts'
import { assignForm, evidenceOf, fieldOfProblem, markForm, markingOf } from '../schemas.ts'
import { departureTexts } from '../texts.ts'
import { RequirementSection } from '../ui/requirement-section.tsx'
import { assignItems, markItems } from '../usecases/mark-items.ts'
import { readPerson } from '../usecases/read-person.ts'
import type { Route } from './+types/person.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { person, requirements, passport, files } = await readPerson(ctx, params.missionId, params.memberId)
    const colleagues = await listColleagues(ctx.tx)
    return {
      person,
      requirements,
      passport,
      files,
      colleagues: colleagues.map(({ accountId, name }) => ({ value: accountId as string, label: name })),
      today: ctx.today,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, memberId } = params
  return answerForms(context, request, {
    assign: carryOut(
      'departure.assign-one',
      assignForm,
      (ctx, { column, ownerAccountId, dueOn }) => assignItems(ctx, missionId, [`${memberId}:${column}`], { ownerAccountId, dueOn }),
      { to: (_, { column }) => placeOf(params, column), field: fieldOfProblem },
    ),
    otherwise: carryOut(
      'departure.mark-one',
      markForm,
      async (ctx, typed) => {
        const { column, file } = typed
        const evidence = await evidenceOf(file)
        return markItems(ctx, missionId, [`${memberId}:${column}`], markingOf(typed, ctx.today), evidence)
      },
      { to: (_, { column }) => placeOf(params, column), field: fieldOfProblem },
    ),
  })
}

function placeOf(params: { missionId: string; memberId: string }, column: string): string {
  return `${href('/missions/:missionId/depart/personne/:memberId', params)}#${column.replace(':', '-')}`
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Person({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { person, requirements, passport, files, colleagues, today, requestKey } = loaderData
  const texts = useCatalogue(departureTexts)
  return (
    <>
      <Section
        title={`${person.givenName} ${person.familyName}`}
        titlePlace="above"
        action={<Link to={href('/missions/:missionId/depart', { missionId })}>{texts.person.back}</Link>}
      >
        {requirements.length === 0 && <p>{texts.person.nothing}</p>}
      </Section>
      {requirements.map((requirement) => (
        <RequirementSection
          key={nameOf(requirement)}
          missionId={missionId}
          requirement={requirement}
          passport={requirement.kind === 'passport' ? passport.find(({ country }) => country === requirement.country) : undefined}
          evidence={files[requirement.fileId ?? '']}
          colleagues={colleagues}
          today={today}
          refusal={actionData}
          requestKey={requestKey}
        />
      ))}
    </>
  )
}
