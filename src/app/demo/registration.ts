import * as seed from '#db/seed/registration.ts'
import type { MissionId } from '#modules/missions/index.ts'
import {
  apply,
  decideApplications,
  listPlaces,
  makeLink,
  readOwnApplication,
  setQuota,
  verifyAddress,
  withdrawOwn,
} from '#modules/registration/index.ts'
import type { OrganisationId } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { latestSystemText } from '#platform/mail.ts'
import { assert, ok, valueOf } from '#platform/pure/outcome.ts'
import type { House } from '../services.ts'
import type { As } from './people.ts'
import { loadTravellers } from './travellers.ts'

/** The missions where people of the demonstration ask to travel. */
export type RegistrationMissions = {
  readonly genoa: MissionId
  readonly miami: MissionId
  readonly milan: MissionId
  readonly hamburg: MissionId
}

/**
 * Applications in every state, of plainly fictitious people. Nobody is added to a mission that was voted: Genoa's own people wait for the
 * Département, which has no place left at Milan; only Hamburg, still to come, gains someone.
 */
export async function loadRegistrations(house: House, as: As, missions: RegistrationMissions, department: OrganisationId): Promise<void> {
  for (const { organisationId, organisationName } of await as('lucie', async (ctx) => ok(await listPlaces(ctx.tx, missions.miami)))) {
    const places = seed.miamiPlaces[organisationName]
    if (places !== undefined) await as('lucie', (ctx) => setQuota(ctx, missions.miami, organisationId, places, 0))
  }
  const milan = await as('claire', async (ctx) => ok(await listPlaces(ctx.tx, missions.milan)))
  const taken = milan.find(({ organisationId }) => organisationId === department)?.taken ?? 0
  await as('claire', (ctx) => setQuota(ctx, missions.milan, department, taken, 0))
  const travellers = new Map<string, string>()
  for (const { mission, by, relay, people } of seed.relays) {
    const made = await as(by, (ctx) =>
      makeLink(
        ctx,
        missions[mission],
        { kind: 'focal_point', givenName: null, familyName: null, represents: relay, email: null, language: 'fr', places: 20 },
        60,
      ),
    )
    const token = made.link.split('/').at(-1) ?? ''
    for (const person of people) travellers.set(person.email, await follow(house, as, by, missions[mission], token, person))
  }
  await loadTravellers(house, as, missions.hamburg, travellers)
}

/** Someone applies, and their application goes as far as the seed says. Answers the secret of their page. */
async function follow(
  house: House,
  as: As,
  by: 'claire' | 'giulia',
  missionId: MissionId,
  token: string,
  person: seed.DemoApplicant,
): Promise<string> {
  const { until, reason = '', ...words } = person
  const { secret } = valueOf(await apply(house.services, token, crypto.randomUUID(), { ...words, phone: '' }, until !== 'draft'))
  if (until === 'draft' || until === 'unverified') return secret
  await verify(house, words.email)
  const id = (await readOwnApplication(house.services, secret))?.id
  assert(id, 'an application opens by its secret')
  if (until === 'withdrawn') valueOf(await withdrawOwn(house.services, secret))
  if (until === 'received' || until === 'withdrawn') return secret
  const decision = until === 'incomplete' ? 'incomplete' : until === 'refused' ? 'refuse' : 'approve'
  await as(by, (ctx) => decideApplications(ctx, missionId, { ids: [id], decision, reason }, null))
  return secret
}

/** Opens the letter of the address, as the person does. */
async function verify(house: House, email: string): Promise<void> {
  const text = await withOwner(house.services.db.ownerUrl, (owner) => latestSystemText(owner, email))
  const token = /\/inscription\/adresse\/([\w-]{43})/.exec(text)?.[1]
  assert(token, 'the letter of the address was written')
  valueOf(await verifyAddress(house.services, token))
}
