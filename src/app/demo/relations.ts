import * as seed from '#db/seed/relations.ts'
import { openAgreement } from '#modules/agreements/index.ts'
import { findCityByName } from '#modules/directory/index.ts'
import { tellFact, tellMembership } from '#modules/relations/index.ts'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { As } from './people.ts'

/** What three cities know of those they work with, each written by the person who keeps it. */
export async function loadRelations(as: As): Promise<void> {
  for (const { by, city, ...fact } of seed.facts) await as(by, async (ctx) => tellFact(ctx, await idOf(ctx, city), fact))
  for (const { by, city, ...membership } of seed.memberships) {
    await as(by, async (ctx) => tellMembership(ctx, await idOf(ctx, city), { ...membership, sinceYear: null, untilYear: null }))
  }
  const { city, party, country, title, cooperationSince, attestedOn, source } = seed.hamburg
  await as('lucie', (ctx) =>
    openAgreement(ctx, {
      type: 'cooperation_agreement',
      title,
      object: {},
      scopes: ['institutional'],
      city,
      country,
      cooperationSince,
      term: { runsFrom: null, months: null, lastDay: null },
      forecast: null,
      forecastNote: '',
      unproven: { because: 'entered_from_archive', source, attestedOn: asLocalDate(attestedOn) },
      parties: [{ name: party, kind: 'foreign_authority', country, stateGround: null, stateGroundOn: null }],
    }),
  )
}

async function idOf(ctx: Ctx, city: string): Promise<string> {
  return found(await findCityByName(ctx.tx, city)).id
}
