import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { listHistory } from '#platform/history.ts'
import { read } from '#platform/web.ts'
import { loadOrganisation, organisationLabel } from '#modules/directory/index.ts'
import { useLocale } from '#ui/locale.tsx'
import { CardHistory } from '../history/card-history.tsx'
import type { Route } from './+types/organisation-card-history.ts'

/** The changes of a card, of its identifiers and of the offices held there. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const card = found(await loadOrganisation(ctx.tx, params.organisationId))
    return { card, entries: await listHistory(ctx.tx, { cardId: card.id, limit: 100 }), timeZone: ctx.actor.timeZone }
  })
}

export default function OrganisationCardHistory({ loaderData: { card, ...history }, params }: Route.ComponentProps) {
  const name = organisationLabel(card, useLocale())
  return <CardHistory name={name} address={href('/annuaire/organisations/:organisationId', params)} {...history} />
}
