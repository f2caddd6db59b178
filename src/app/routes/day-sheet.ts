import { data } from 'react-router'
import { renderFile } from '#modules/acts/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { listItems, listVenues } from '#modules/programme/index.ts'
import { listGreetings, loadVisit, readPrecedence } from '#modules/visits/index.ts'
import { protocolTexts } from '#modules/visits/texts/protocol-texts.ts'
import { receptionTexts } from '#modules/visits/texts/reception-texts.ts'
import { found } from '#platform/actor.ts'
import { describeDelivery } from '#platform/files.ts'
import { parseIsoDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { read, visitorContext } from '#platform/web.ts'
import { daySheet } from '../day-sheet.ts'
import type { Route } from './+types/day-sheet.ts'

/** The sheet of a day as a PDF, A4. Typesetting holds no transaction. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const day = parseIsoDate(params.day)
  if (!day.ok) throw data(null, { status: 404 })
  const facts = await read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const lead = mission.partners.find(({ role }) => role === 'lead')
    return {
      day: day.value,
      title: pick(mission.title, locale).text,
      authority: lead?.name ?? ctx.actor.organisationName,
      visit: await loadVisit(ctx.tx, mission.id),
      items: await listItems(ctx.tx, mission.id),
      venues: new Map((await listVenues(ctx.tx, mission.id)).map(({ id, name }) => [id as string, pick(name, locale).text])),
      greetings: await listGreetings(ctx.tx, mission.id),
      ...(await readPrecedence(ctx, mission)),
    }
  })
  const file = await renderFile(daySheet(facts, receptionTexts[locale], protocolTexts[locale], locale), 'pdf')
  if (!file.ok) throw data(null, { status: 503 })
  return new Response(file.value, {
    headers: describeDelivery({ name: `feuille-${params.day}.pdf`, mediaType: 'application/pdf', sizeBytes: file.value.byteLength }),
  })
}
