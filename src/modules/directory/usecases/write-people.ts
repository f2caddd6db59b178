import type { OrganisationId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { PersonId } from '../domain/person.ts'
import { insertOrganisation } from '../sql/organisations.ts'
import { insertAffiliation, insertPerson, updateAffiliation, updatePerson } from '../sql/people.ts'
import { organisationKey } from './name-organisations.ts'
import type { PlannedPerson, PlannedPosition } from './plan-people.ts'

/** Writes what was planned, in the order of the file: people, the cards of organisations they name for the first time, positions. */
export async function writePeople(ctx: Ctx, plan: readonly PlannedPerson[]): Promise<void> {
  const people = new Map<string, PersonId>()
  const made = new Map<string, OrganisationId>()
  for (const { effect, who, known, facts, position } of plan) {
    if (effect === 'same') continue
    let personId = known?.id ?? people.get(who)
    if (facts && personId) await updatePerson(ctx.tx, personId, facts)
    if (facts && !personId) personId = await insertPerson(ctx.tx, facts)
    if (!personId) continue
    people.set(who, personId)
    if (!position) continue
    if (position.changes) await updateAffiliation(ctx.tx, position.changes, position.draft)
    else await insertAffiliation(ctx.tx, personId, await cardOf(ctx, position, made), position.draft)
  }
}

async function cardOf(ctx: Ctx, { organisation }: PlannedPosition, made: Map<string, OrganisationId>): Promise<OrganisationId> {
  if (organisation.id) return organisation.id
  const key = organisationKey({ organisation: organisation.name, country: organisation.country })
  const known = made.get(key)
  if (known) return known
  const card = {
    name: organisation.name,
    names: {},
    kind: 'other',
    country: organisation.country ?? '',
    cityId: null,
    cityName: null,
    website: null,
  } as const
  const id = await insertOrganisation(ctx.tx, card, ctx.actor.organisationId, [])
  made.set(key, id)
  return id
}
