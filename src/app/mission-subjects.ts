import { listActs } from '#modules/acts/index.ts'
import { listMembers as listTravellers } from '#modules/delegations/index.ts'
import { listMembers as listColleagues } from '#modules/identity/index.ts'
import type { About, Mission, ThreadSubject } from '#modules/missions/index.ts'
import type { TaskChoices } from '#modules/missions/ui/task-form.tsx'
import { listItems } from '#modules/programme/index.ts'
import type { Ctx } from '#platform/context.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'

/** Everything a task of a mission may be about, as far as the acting organisation sees it: partners, travellers, what the programme holds, its own acts. */
export async function subjectsOf(ctx: Ctx, mission: Mission): Promise<About[]> {
  const travellers = await listTravellers(ctx.tx, mission.id)
  const items = await listItems(ctx.tx, mission.id)
  const acts = await listActs(ctx.tx, { limit: 50 })
  return [
    ...mission.partners.filter(({ leftAt }) => leftAt === null).map(({ id, name }): About => ({ noun: 'partner', id, label: name })),
    ...travellers.map(({ id, givenName, familyName }): About => ({ noun: 'member', id, label: `${givenName} ${familyName}`.trim() })),
    ...items.map(({ id, title, startsAt, timeZone }): About => ({
      noun: 'item',
      id,
      label: `${pick(title, ctx.actor.locale).text}, ${formatDate(dateIn(timeZone, startsAt), ctx.actor.locale)}`,
    })),
    ...acts.map(({ id, reference, object }): About => ({
      noun: 'act',
      id,
      label: [reference, pick(object, ctx.actor.locale).text].filter(Boolean).join(' – '),
    })),
  ]
}

type WholeMission = { readonly noun: 'mission'; readonly id: null; readonly label: '' }

/** What a form typed as `noun:id`: one of those, or the mission itself; null when it is neither. */
export function subjectNamed<Subject extends ThreadSubject>(subjects: readonly Subject[], typed: string): Subject | WholeMission | null {
  if (typed === '') return { noun: 'mission', id: null, label: '' }
  return subjects.find(({ noun, id }) => `${noun}:${id}` === typed) ?? null
}

/** What the form of a task proposes. */
export async function taskChoices(ctx: Ctx, mission: Mission): Promise<TaskChoices> {
  const { organisationId, organisationName } = ctx.actor
  const seated = mission.partners.filter(({ leftAt }) => leftAt === null)
  const owners = [...seated].sort((a, b) => Number(b.organisationId === organisationId) - Number(a.organisationId === organisationId))
  return {
    ownOrganisation: { id: organisationId, name: organisationName },
    owners: owners.map((seat) => ({ value: seat.organisationId, label: seat.name })),
    readers: seated.filter(({ isWorkspace }) => isWorkspace).map(({ name }) => name),
    people: (await listColleagues(ctx.tx)).map(({ accountId, name }) => ({ value: accountId, label: name })),
    subjects: await subjectsOf(ctx, mission),
  }
}
