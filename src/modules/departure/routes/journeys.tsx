import { href } from 'react-router'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { bookingForm, fieldOfProblem, segmentForm, segmentOf } from '../schemas.ts'
import { listBookings, listSegments } from '../sql/segments.ts'
import { departureTexts } from '../texts.ts'
import { Bookings } from '../ui/bookings.tsx'
import { SegmentForm } from '../ui/segment-form.tsx'
import { momentOf, segmentName } from '../ui/segment-words.ts'
import { DepartureViews } from '../ui/views.tsx'
import { openLogistics, zonesOf } from '../usecases/read-logistics.ts'
import { addBooking, addSegment } from '../usecases/write-segment.ts'
import type { Route } from './+types/journeys.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission } = await openLogistics(ctx, params.missionId)
    return {
      segments: await listSegments(ctx.tx, mission.id),
      bookings: await listBookings(ctx.tx, mission.id),
      zones: zonesOf(ctx, mission),
      ownId: ctx.actor.organisationId,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  return answerForms(context, request, {
    booking: carryOut('departure.booking', bookingForm, (ctx, typed) => addBooking(ctx, missionId, typed), {
      to: href('/missions/:missionId/depart/trajets', params),
      flash: 'created',
      field: fieldOfProblem,
    }),
    otherwise: carryOut('departure.segment', segmentForm, (ctx, typed) => addSegment(ctx, missionId, segmentOf(typed)), {
      to: (made) => href('/missions/:missionId/depart/trajets/:segmentId', { missionId, segmentId: made }),
      flash: 'created',
      field: fieldOfProblem,
    }),
  })
}

export default function Journeys({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { segments, bookings, zones, ownId, requestKey } = loaderData
  const texts = useCatalogue(departureTexts)
  const words = texts.journeys
  const locale = useLocale()
  return (
    <>
      <DepartureViews missionId={missionId} hasRegister hasLogistics />
      <Section title={words.title} note={words.note} titlePlace="above">
        <DataTable
          caption={words.caption}
          captionHidden
          rows={segments}
          rowKey={({ id }) => id}
          rowLink={({ id }) => href('/missions/:missionId/depart/trajets/:segmentId', { missionId, segmentId: id })}
          empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
          columns={[
            { key: 'what', header: words.what, render: (segment) => segmentName(texts, segment) },
            { key: 'departs', header: words.departs, render: (segment) => momentOf(segment, 'departs', locale) },
            { key: 'arrives', header: words.arrives, render: (segment) => momentOf(segment, 'arrives', locale) },
            {
              key: 'group',
              header: words.group,
              render: ({ booking, organisationId, organisationName, isShared }) =>
                organisationId === ownId ? (
                  <>
                    {booking && [booking.label, booking.locator].filter(Boolean).join(' – ')}{' '}
                    {isShared && <Tag tone="info">{words.shared}</Tag>}
                  </>
                ) : (
                  words.sharedBy(organisationName)
                ),
            },
            {
              key: 'aboard',
              header: words.aboard,
              align: 'figure',
              render: ({ memberIds, seats }) => (seats === null ? words.persons(memberIds.length) : words.seats(memberIds.length, seats)),
            },
          ]}
        />
      </Section>
      <Section title={words.add} note={words.addNote} onPaper={false}>
        <SegmentForm bookings={bookings} zones={zones} refusal={actionData} requestKey={requestKey} />
      </Section>
      <Section title={words.bookings} note={words.bookingsNote}>
        <Bookings key={bookings.length} bookings={bookings} refusal={actionData} requestKey={requestKey} />
      </Section>
    </>
  )
}
