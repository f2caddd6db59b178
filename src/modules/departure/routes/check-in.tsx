import { Link, href } from 'react-router'
import { formatZoned } from '#platform/pure/instant.ts'
import { carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText } from '#ui/format.tsx'
import { openWithoutNetwork } from '#ui/kept-page/answer.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { checkInForm, fieldOfProblem, undoForm } from '../schemas.ts'
import { listAttendance } from '../sql/attendance.ts'
import { departureTexts, problemTexts } from '../texts.ts'
import { CheckInBoard } from '../ui/check-in-board.tsx'
import { checkIn, openItem, undoCheckIn } from '../usecases/check-in.ts'
import type { Route } from './+types/check-in.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const door = await read(context, request, async (ctx) => {
    const { mission, item, members } = await openItem(ctx, params.missionId, params.itemId)
    const noted = new Map((await listAttendance(ctx.tx, mission.id, item.id)).map((each) => [each.memberId, each]))
    const last = new URL(request.url).searchParams.get('dernier')
    return {
      item: { title: item.title, startsAt: item.startsAt, timeZone: item.timeZone },
      people: members.map(({ id, givenName, familyName, organisationName }) => ({
        id: id as string,
        name: `${givenName} ${familyName}`,
        organisationName,
        notedAt: noted.get(id)?.notedAt ?? null,
      })),
      last: last ?? '',
      owner: `${item.id}-${ctx.actor.accountId}`,
      toldAt: ctx.now,
      requestKey: crypto.randomUUID(),
    }
  })
  return openWithoutNetwork(door)
}

export { keptPageHeaders as headers } from '#ui/kept-page/answer.ts'

/** Somebody is here; or the button beside them says that it was a mistake. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, itemId } = params
  const here = href('/missions/:missionId/depart/pointage/:itemId', params)
  const form = await request.formData()
  const answer = form.has('undo')
    ? carryOut('departure.undo-check-in', undoForm, (ctx, { undo }) => undoCheckIn(ctx, missionId, itemId, undo), {
        to: here,
        flash: 'removed',
      })
    : carryOut('departure.check-in', checkInForm, (ctx, typed) => checkIn(ctx, missionId, itemId, typed), {
        to: ({ memberId }) => `${here}?dernier=${memberId}`,
        field: fieldOfProblem,
      })
  return answer({ context, request, form })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function CheckInPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { item, people, last, owner, toldAt, requestKey } = loaderData
  const texts = useCatalogue(departureTexts)
  const words = texts.attendance
  const locale = useLocale()
  const just = people.find(({ id, notedAt }) => id === last && notedAt !== null)
  const zone = item.timeZone
  return (
    <>
      <Section
        title={<LocalizedText content={item.title} />}
        note={formatZoned({ instant: item.startsAt, zone }, locale)}
        action={<Link to={href('/missions/:missionId/depart/pointage', params)}>{words.back}</Link>}
      >
        {just && !actionData && <Notice tone="success" title={words.isPresent(just.name)} />}
      </Section>
      <CheckInBoard
        people={people}
        zone={zone}
        toldAt={toldAt}
        requestKey={requestKey}
        address={href('/missions/:missionId/depart/pointage/:itemId/envoi', params)}
        owner={owner}
        values={actionData?.values}
        errors={problemTexts(texts, actionData?.problems)}
      />
    </>
  )
}
