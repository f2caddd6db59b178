import { href, redirect } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { read, refuseForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { openWithoutNetwork } from '#ui/kept-page/answer.ts'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import { DeskBoard } from '../ui/desk/desk-board.tsx'
import { DayLinks } from '../ui/desk/day-links.tsx'
import { useDayName } from '../ui/use-day-name.ts'
import { readDesk } from '../usecases/read-desk.ts'
import type { Route } from './+types/desk.ts'
import { takeSaid } from './take-said.ts'

/** The desk on the day: who meets where, who has come, what changes. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const day = await read(context, request, async (ctx) => {
    const { mission, event, days, desk } = await readDesk(ctx, params.missionId, params.eventId, searchParams.get('jour'))
    return {
      event: { id: event.id, title: event.title },
      days,
      desk,
      mayOrganise: mayOrganiseMeetings(ctx.actor, mission.partners),
      owner: `${event.id}-${ctx.actor.accountId}`,
      chosenSlot: searchParams.get('creneau'),
      asked: { one: searchParams.get('un') ?? '', other: searchParams.get('autre') ?? '' },
      arrivedId: searchParams.get('arrivee'),
      requestKey: crypto.randomUUID(),
    }
  })
  return openWithoutNetwork(day)
}

export { keptPageHeaders as headers } from '#ui/kept-page/answer.ts'

export async function action({ context, request, params }: Route.ActionArgs) {
  const { searchParams } = new URL(request.url)
  const outcome = await takeSaid(context, request, params)
  if (!outcome.ok) return refuseForm({ values: outcome.problem.values, problems: { '': outcome.problem.code } })
  const { personId } = outcome.value
  if (personId) searchParams.set('arrivee', personId)
  else searchParams.delete('arrivee')
  return redirect(`${href('/missions/:missionId/rendez-vous/:eventId/accueil', params)}?${searchParams}`)
}

export default function DeskPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { event, days, desk, ...board } = loaderData
  const texts = useCatalogue(deskTexts)
  const locale = useLocale()
  const here = href('/missions/:missionId/rendez-vous/:eventId/accueil', params)
  const name = pick(event.title, locale).text
  const nameOf = useDayName()
  const shownIn = days.find(({ date, city }) => city && date === desk?.day)
  return (
    <Page
      title={texts.title}
      documentTitle={texts.titleOf(name)}
      breadcrumbs={[{ to: href('/missions/:missionId/rendez-vous/:eventId/tableau', params), label: name }]}
      lead={
        desk
          ? shownIn
            ? texts.leadIn(nameOf(shownIn))
            : texts.lead(formatDate(desk.day, locale, 'full'), zoneName(desk.zone, locale))
          : texts.noDay
      }
      below={days.length > 1 && desk && <DayLinks days={days} shown={desk.day} here={here} />}
    >
      {desk && (
        <DeskBoard
          key={desk.day}
          params={params}
          desk={desk}
          {...board}
          address={`${here}/envoi`}
          problem={actionData?.problems['']}
          typedBack={actionData?.values ?? null}
        />
      )}
    </Page>
  )
}
