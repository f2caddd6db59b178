import { personOfRank } from '#db/seed/fictitious-people.ts'
import * as seed from '#db/seed/nantes-2024.ts'
import { type GivenMember, importMembers, registerMember, setMissionHead } from '#modules/delegations/index.ts'
import { ensureOrganisation, findCityByName } from '#modules/directory/index.ts'
import {
  type MissionId,
  type NewLeg,
  changeState,
  choosePartnersOfLeg,
  createMission,
  loadMission,
  namePartner,
} from '#modules/missions/index.ts'
import { releaseProgramme } from '#modules/programme/index.ts'
import { notePromise } from '#modules/visits/index.ts'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { assert, ok, valueOf } from '#platform/pure/outcome.ts'
import { acceptAll } from './accept-all.ts'
import type { As, OrganisationIds, PersonKey } from './people.ts'
import { writeProgramme } from './programme.ts'

const writers = { agency: 'loic', chamber: 'yvon', crafts: 'maud', quebec: 'elodie' } as const satisfies Record<string, PersonKey>

/** Nantes to Québec and Montréal, by its four organisers and the city that receives: each sends its own people, and brings its part of the programme. */
export async function loadNantes(as: As, organisationIds: OrganisationIds): Promise<MissionId> {
  const missionId = await openMission(as)
  for (const key of ['agency', 'chamber', 'crafts'] as const) {
    await as('aurore', (ctx) => namePartner(ctx, missionId, { organisationId: organisationIds[key], role: 'co_organiser', workstream: {} }))
    await acceptAll(as, writers[key])
  }
  await as('aurore', (ctx) => namePartner(ctx, missionId, { organisationId: organisationIds.quebec, role: 'host', workstream: {} }))
  await acceptAll(as, 'elodie')
  await as('aurore', async (ctx) => {
    const { id } = valueOf(await ensureOrganisation(ctx, { name: 'Ville de Montréal', kind: 'foreign_authority', country: 'CA' }))
    return namePartner(ctx, missionId, { organisationId: id, role: 'host', workstream: {} })
  })
  await placeHosts(as, missionId)
  await registerEveryone(as, missionId)
  await writeProgramme(as, missionId, seed.programme, 'aurore', writers)
  await as('aurore', (ctx) => releaseProgramme(ctx, missionId, { seen: 0, name: seed.releaseName, note: {} }))
  await recallEarlier(as)
  return missionId
}

async function openMission(as: As): Promise<MissionId> {
  const { title, purpose, objectives, themes, legs } = seed.mission
  const missionId = await as('aurore', async (ctx) => {
    const placed = []
    for (const leg of legs) placed.push(await legIn(ctx, leg))
    return createMission(ctx, { kind: 'outgoing', title, purpose, legs: placed, objectives, themes: themes.map((fr) => ({ fr })) })
  })
  await as('aurore', (ctx) => changeState(ctx, missionId, 'confirmed'))
  return missionId
}

async function legIn(ctx: Ctx, { city, from, to }: { readonly city: string; readonly from: string; readonly to: string }): Promise<NewLeg> {
  const known = await findCityByName(ctx.tx, city)
  assert(known, `the city ${city} is in the reference data`)
  const { id: cityId, names: cityName, country, timeZone } = known
  assert(timeZone, `${city} has its zone`)
  return { cityId, cityName, country, timeZone, startsOn: asLocalDate(from), endsOn: asLocalDate(to) }
}

/** The visit before, and what was promised on it. */
async function recallEarlier(as: As): Promise<void> {
  const { title, promises, ...leg } = seed.earlier
  const missionId = await as('aurore', async (ctx) =>
    createMission(ctx, { kind: 'outgoing', title, purpose: {}, legs: [await legIn(ctx, leg)], objectives: [], themes: [] }),
  )
  for (const { what, by, to, isOurs, dueOn } of promises)
    await as('aurore', (ctx) => notePromise(ctx, missionId, { what, promisedBy: by, promisedTo: to, isOurs, dueOn: asLocalDate(dueOn) }))
}

/** Each host receives its own leg, and is not at the other. */
async function placeHosts(as: As, missionId: MissionId): Promise<void> {
  const { legs, partners } = await as('aurore', async (ctx) => ok(found(await loadMission(ctx.tx, missionId))))
  const hosts: Readonly<Record<string, number>> = seed.mission.hosts
  for (const [rank, { id }] of legs.entries()) {
    const present = partners.filter(({ name }) => (hosts[name] ?? rank) === rank)
    await as('aurore', (ctx) =>
      choosePartnersOfLeg(
        ctx,
        missionId,
        id,
        present.map((partner) => partner.id),
      ),
    )
  }
}

/** A hundred people: those of the four organisers, then the people of the forty-six actors, each brought by one of them. */
async function registerEveryone(as: As, missionId: MissionId): Promise<void> {
  const head = await as('aurore', (ctx) => registerMember(ctx, missionId, mayor))
  await as('aurore', (ctx) => setMissionHead(ctx, missionId, head))
  let rank = 0
  const someone = (given: Omit<GivenMember['given'], 'givenName' | 'familyName'>): GivenMember => {
    const [givenName, familyName] = personOfRank(rank)
    rank += 1
    return { line: rank, given: { givenName, familyName, ...given } }
  }
  const people = { nantes: 'aurore', agency: 'loic', chamber: 'yvon', crafts: 'maud' } as const
  for (const sender of Object.keys(people) as (keyof typeof people)[]) {
    const { elected, staff } = seed.own[sender]
    const lines = [
      // The mayor is one of the elected members.
      ...Array.from({ length: Math.max(0, elected - 1) }, () => someone({ category: 'elected', ...words.elected })),
      ...Array.from({ length: staff }, () => someone({ category: 'staff', ...words.staff })),
      ...seed.actors
        .filter(([by]) => by === sender)
        .flatMap(([, represents, category, persons]) =>
          Array.from({ length: persons }, () => someone({ category, represents, ...words[category] })),
        ),
    ]
    await as(people[sender], (ctx) => importMembers(ctx, missionId, lines))
  }
}

const words = {
  elected: { capacityFr: 'Conseiller ou conseillère métropolitaine', capacityEn: 'Metropolitan councillor' },
  staff: { capacityFr: 'Relations internationales', capacityEn: 'International relations' },
  company: { capacityFr: 'Direction', capacityEn: 'Management' },
  academic: { capacityFr: 'Recherche et formation', capacityEn: 'Research and teaching' },
  cultural: { capacityFr: 'Création', capacityEn: 'Creation' },
} as const

const mayor = {
  ...seed.mayor,
  category: 'elected',
  represents: null,
  function: 'head',
  externalKey: null,
  contact: { email: null, phone: null, notes: null },
} as const
