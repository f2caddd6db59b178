import { z } from '@hono/zod-openapi'
import { type Api, addRead, countryShape, idShape, localDateShape, localizedShape, localizedToJson } from '#platform/openapi.ts'
import { isShown, networkFilters } from '../network-filters.ts'
import { readNetwork } from '../network.ts'

const place = { id: idShape<'city'>(), names: localizedShape, country: countryShape, longitude: z.number(), latitude: z.number() }

const network = z
  .object({
    home: z.object(place).nullable().openapi({ description: 'The city of the organisation, when it is known.' }),
    cities: z.array(
      z.object({
        ...place,
        agreements: z.int().openapi({ description: 'Those that exist, or did.' }),
        plannedAgreements: z.int().openapi({ description: 'Ideas, negotiations, texts not signed yet.' }),
        isBound: z.boolean().openapi({ description: 'An agreement holds today.' }),
        missions: z.int(),
        visits: z.int().openapi({ description: 'Received.' }),
        lastOn: localDateShape.nullable().openapi({ description: 'The latest contact.' }),
        asks: z.boolean().openapi({ description: 'To be taken up again: silence, or an agreement in its last year.' }),
      }),
    ),
  })
  .openapi('Network')

/** What the map of the network shows, for programs that draw their own. */
export function addNetwork(api: Api): void {
  addRead(
    api,
    {
      path: '/network',
      operationId: 'readNetwork',
      summary: 'The cities with which one has something, with their coordinates and what there is',
      tag: 'relations',
      query: z.object({ with: z.enum(networkFilters).optional().openapi({ description: 'Cities with something of this kind alone.' }) }),
      answer: network,
    },
    async (ctx, { query }) => {
      const { cities, home } = await readNetwork(ctx, 'en')
      return {
        home: home && { ...home, names: localizedToJson(home.names) },
        cities: cities.filter((city) => isShown(city, query.with ?? null)).map((city) => ({ ...city, names: localizedToJson(city.names) })),
      }
    },
  )
}
