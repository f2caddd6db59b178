import * as seed from '#db/seed/registration.ts'
import { listChangeRequests, setFreeze } from '#modules/delegations/index.ts'
import type { MissionId } from '#modules/missions/index.ts'
import { askPassports, changeOwnFacts, decideChange, setReader, tellPassport } from '#modules/registration/index.ts'
import { addDays } from '#platform/pure/local-date.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { House } from '../services.ts'
import type { As } from './people.ts'

/**
 * What people with a place at Hamburg do on their own pages: one entrusts a passport, and two correct what the frozen list says of them.
 * `secrets` opens those pages, by the address of each person.
 */
export async function loadTravellers(house: House, as: As, missionId: MissionId, secrets: ReadonlyMap<string, string>): Promise<void> {
  const { country, readers, told, frozenDaysAgo, corrections } = seed.hamburgTravellers
  const secretOf = (email: string) => secrets.get(email) ?? ''
  await as('claire', (ctx) => askPassports(ctx, missionId, [country]))
  for (const [rank, email] of readers) await as('claire', (ctx) => setReader(ctx, missionId, rank, email))
  const expiresOn = await as('claire', (ctx) => Promise.resolve(ok(addDays(ctx.today, told.lastsDays))))
  valueOf(await tellPassport(house.services, secretOf(told.email), { number: told.number, country: told.issuedBy, expiresOn }))
  await as('claire', (ctx) => setFreeze(ctx, missionId, addDays(ctx.today, -frozenDaysAgo), 0))
  for (const { email, isAccepted, ...facts } of corrections) {
    valueOf(await changeOwnFacts(house.services, secretOf(email), facts))
    if (isAccepted) {
      const [asked] = await as('claire', async (ctx) => ok(await listChangeRequests(ctx.tx, missionId, { states: ['open'] })))
      await as('claire', (ctx) => decideChange(ctx, missionId, asked?.id ?? '', { isAccepted, reason: '' }))
    }
  }
}
