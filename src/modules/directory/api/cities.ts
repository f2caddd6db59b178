import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import {
  type Api,
  addRead,
  countryShape,
  idParam,
  idShape,
  localizedShape,
  localizedToJson,
  pageOf,
  pageQuery,
  readCursor,
  toPage,
} from '#platform/openapi.ts'
import type { City } from '../domain/city.ts'
import { listCities, loadCity } from '../sql/cities.ts'
import { operation } from './shapes.ts'

export const city = z
  .object({
    id: idShape<'city'>(),
    geonamesId: z.int(),
    name: z.string(),
    names: localizedShape,
    country: countryShape,
    longitude: z.number(),
    latitude: z.number(),
    timeZone: z.string().openapi({ description: 'IANA', example: 'Europe/Rome' }),
  })
  .openapi('City')

export function addCities(api: Api): void {
  const list = operation('/cities', 'listCities', 'Cities of the world, from GeoNames (CC BY 4.0)')
  addRead(api, { ...list, query: pageQuery, answer: pageOf(city) }, async (ctx, { query: { limit, cursor } }) => {
    const [after] = cursor === undefined ? [0] : readCursor(cursor, 1)
    const last = found(typeof after === 'number' ? after : null)
    const cities = (await listCities(ctx.tx)).toSorted((a, b) => a.geonamesId - b.geonamesId)
    return toPage(
      cities.filter(({ geonamesId }) => geonamesId > last).slice(0, limit + 1),
      limit,
      ({ geonamesId }) => [geonamesId],
      showCity,
    )
  })
  const one = operation('/cities/{cityId}', 'readCity', 'A city')
  addRead(api, { ...one, params: z.object({ cityId: idParam<'city'>() }), answer: city }, async (ctx, { params }) =>
    showCity(found(await loadCity(ctx.tx, params.cityId))),
  )
}

function showCity({ names, ...facts }: City): z.input<typeof city> {
  return { ...facts, names: localizedToJson(names) }
}
