import { href, redirect } from 'react-router'
import { found } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files.ts'
import { read } from '#platform/web.ts'
import { fileNameOf } from '../domain/file-name.ts'
import { deliberationCsv } from '../scdl/deliberation-row.ts'
import { loadAct } from '../sql/acts.ts'
import { askedForRow } from '../ui/row-refusal.tsx'
import { publishRow } from '../usecases/publish-row.ts'
import type { Route } from './+types/row-file.ts'

/** The line of an adopted act in the national file of deliberations; while it is not right, the page that says what to mend. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { act, row } = await read(context, request, async (ctx) => {
    const act = found(await loadAct(ctx.tx, params.actId))
    return { act, row: await publishRow(ctx, act) }
  })
  if (!row.ok) return redirect(`${href('/actes/:actId/vote', params)}?${askedForRow}#donnees-ouvertes`)
  const content = new TextEncoder().encode(deliberationCsv([row.value]))
  const name = fileNameOf(act, 'deliberation', 'csv')
  return new Response(content, { headers: describeDelivery({ name, mediaType: 'text/csv;charset=utf-8', sizeBytes: content.byteLength }) })
}
