import { found } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files/delivery.ts'
import { read } from '#platform/web.ts'
import { listNames, writeDepartureList } from '../usecases/write-lists.ts'
import type { Route } from './+types/list-file.ts'

/** A list to hand over as a workbook; the one for a consulate names its country: `?pays=US`; `&passeports=oui` adds those one may read, `noms=oui` who follows which diet. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const options = { country: query.get('pays'), hasPassports: query.get('passeports') === 'oui', hasNames: query.get('noms') === 'oui' }
  const { name, bytes } = await read(context, request, async (ctx) => {
    const list = found(listNames.find((known) => known === params.list))
    return found(await writeDepartureList(ctx, params.missionId, list, options))
  })
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new Response(bytes, {
    headers: { ...describeDelivery({ name, mediaType, sizeBytes: bytes.byteLength }), 'cache-control': 'private, no-store' },
  })
}
