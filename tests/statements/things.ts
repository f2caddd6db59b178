import type { ActId } from '#modules/acts/index.ts'
import { type ExpenseId, recordExpense } from '#modules/budget/index.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import { addPerson, ensureOrganisation } from '#modules/directory/index.ts'
import { affiliate } from '#modules/directory/usecases/affiliate.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { ApplicationId } from '#modules/registration/index.ts'
import type { OrganisationId } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { Somebody, World } from '#tests/world.ts'

/** Things that calls name. What the demonstration lacks is entered first; a module that needs another adds its line. */
export type Things = Awaited<ReturnType<typeof findThings>> & Awaited<ReturnType<typeof enterThings>>

export async function findThings(databaseUrl: string) {
  return withOwner(databaseUrl, async (owner) => {
    const one = async <Identity extends string>(query: string): Promise<Identity> => {
      const { rows } = await owner.query<{ id: Identity }>(query)
      if (!rows[0]) throw new Error(`nothing answers: ${query}`)
      return rows[0].id
    }
    const workspace = (condition: string) =>
      one<OrganisationId>(`select id from directory.organisation where is_workspace and ${condition}`)
    const mission = (city: string) => one<MissionId>(`select id from missions.mission where title ->> 'fr' like '%${city}%'`)
    const department = await workspace(`kind = 'department'`)
    const miami = await mission('Miami')
    const hamburg = await mission('Hambourg')
    const ofMiami = `mission_id = '${miami}' and organisation_id = '${department}'`
    return {
      department,
      marseille: await workspace(`name like '%Marseille%'`),
      genoa: await workspace(`country = 'IT'`),
      city: await one(`select id from directory.city where name = 'Miami'`),
      /** Done, with members, expenses and a draft act; led by Marseille. */
      miami,
      /** To come, led by the Département, without expenses. */
      hamburg,
      hamburgSeat: await one(`select id from missions.partner where mission_id = '${hamburg}' and role = 'lead'`),
      /** Asks to travel to Miami with the Département. */
      applicant: await one<ApplicationId>(
        `select id from registration.application where ${ofMiami} and state = 'received' order by id limit 1`,
      ),
      /** Of the Département, shared, on the way to Miami. */
      coach: await one(`select id from departure.segment where ${ofMiami} and mode = 'coach'`),
      member: await one<MemberId>(`select id from delegations.member where ${ofMiami} limit 1`),
      expense: await one<ExpenseId>(`select id from budget.expense where ${ofMiami} and reverses_id is null limit 1`),
      draftAct: await one<ActId>(`select id from acts.act where reference = '122.55'`),
    }
  })
}

/** A card, a person of it, and an expense that came from a file under the key `Essai-1`. */
export async function enterThings(world: World, somebody: Somebody, missionId: MissionId) {
  const amount = { cents: 12_000n, currency: 'EUR' }
  const spentOn = asLocalDate('2017-05-02')
  const outcome = await world.as(somebody, async (ctx) => {
    const card = valueOf(await ensureOrganisation(ctx, { name: 'Essai', kind: 'company', country: 'FR' }))
    const person = valueOf(
      await addPerson(ctx, {
        givenName: 'Ange',
        familyName: 'Essai',
        honorific: null,
        originalScript: '',
        preferredLanguage: '',
        email: '',
        phone: '',
      }),
    )
    const affiliation = valueOf(await affiliate(ctx, person, card.id, { capacity: { fr: 'Directrice' }, startsOn: null, endsOn: null }))
    valueOf(
      await recordExpense(ctx, missionId, {
        spentOn,
        supplier: 'Essai',
        label: 'Essai',
        category: 'other',
        amount,
        conversion: null,
        benefits: { kind: 'delegation' },
        isShared: false,
        externalKey: 'Essai-1',
      }),
    )
    return ok({ card: card.id, person, affiliation })
  })
  return valueOf(outcome)
}
