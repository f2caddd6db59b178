import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { listHistory } from '#platform/history.ts'
import { read } from '#platform/web.ts'
import { fullName, loadPerson } from '#modules/directory/index.ts'
import { CardHistory } from '../history/card-history.tsx'
import type { Route } from './+types/person-history.ts'

/** The changes of a person's card and of the offices they held. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const person = found(await loadPerson(ctx.tx, params.personId))
    const entries = await listHistory(ctx.tx, { cardId: person.id, limit: 100 })
    return { name: fullName(person), entries, timeZone: ctx.actor.timeZone }
  })
}

export default function PersonHistory({ loaderData, params }: Route.ComponentProps) {
  return <CardHistory address={href('/annuaire/personnes/:personId', params)} {...loaderData} />
}
