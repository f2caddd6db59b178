import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut, noFields } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { boardForm, fieldOfProblem, segmentForm, segmentOf } from '../schemas.ts'
import { listBookings, listSegments } from '../sql/segments.ts'
import { departureTexts, problemTexts } from '../texts.ts'
import { SegmentForm } from '../ui/segment-form.tsx'
import { momentOf, segmentName } from '../ui/segment-words.ts'
import { openLogistics, zonesOf } from '../usecases/read-logistics.ts'
import { boardPassengers, changeSegment, removeSegment } from '../usecases/write-segment.ts'
import type { Route } from './+types/journey.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, own, names } = await openLogistics(ctx, params.missionId)
    const [segment] = await listSegments(ctx.tx, mission.id, params.segmentId)
    return {
      segment: found(segment),
      isOwn: found(segment).organisationId === ctx.actor.organisationId,
      own: own.map(({ id }) => id as string),
      names,
      bookings: await listBookings(ctx.tx, mission.id),
      zones: zonesOf(ctx, mission),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, segmentId } = params
  const to = href('/missions/:missionId/depart/trajets/:segmentId', params)
  return answerForms(context, request, {
    remove: carryOut('departure.remove-segment', noFields, (ctx) => removeSegment(ctx, missionId, segmentId), {
      to: href('/missions/:missionId/depart/trajets', params),
      flash: 'removed',
    }),
    board: carryOut('departure.board', boardForm, (ctx, { memberIds }) => boardPassengers(ctx, missionId, segmentId, memberIds), {
      to,
      field: fieldOfProblem,
    }),
    otherwise: carryOut(
      'departure.change-segment',
      segmentForm,
      (ctx, typed) => changeSegment(ctx, missionId, segmentId, typed.version ?? 0, segmentOf(typed)),
      { to, field: fieldOfProblem },
    ),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Journey({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { segment, isOwn, own, names, bookings, zones, requestKey } = loaderData
  const texts = useCatalogue(departureTexts)
  const words = texts.journeys
  const locale = useLocale()
  const others = segment.memberIds.filter((id) => !own.includes(id))
  const refused = actionData?.values.intent === 'board' ? actionData : undefined
  return (
    <>
      <Section
        title={segmentName(texts, segment)}
        titlePlace="above"
        action={<Link to={href('/missions/:missionId/depart/trajets', { missionId })}>{words.back}</Link>}
      >
        <KeyFacts
          facts={[
            { key: 'departs', label: words.departs, value: momentOf(segment, 'departs', locale) },
            { key: 'arrives', label: words.arrives, value: momentOf(segment, 'arrives', locale) },
            ...(segment.booking
              ? [{ key: 'group', label: words.group, value: [segment.booking.label, segment.booking.locator].filter(Boolean).join(' – ') }]
              : []),
            ...(segment.note ? [{ key: 'note', label: words.noteField, value: segment.note }] : []),
            {
              key: 'aboard',
              label: words.aboard,
              value:
                segment.seats === null ? words.persons(segment.memberIds.length) : words.seats(segment.memberIds.length, segment.seats),
              note: isOwn ? segment.isShared && words.shared : words.sharedBy(segment.organisationName),
            },
          ]}
        />
      </Section>
      <Section title={words.passengers} note={words.passengersNote}>
        {others.length > 0 && <p>{words.others(new Intl.ListFormat(locale).format(others.map((id) => names[id] ?? '')))}</p>}
        <Form id="board" requestKey={requestKey} values={refused?.values} errors={problemTexts(texts, refused?.problems)}>
          <HiddenField name="intent" value="board" />
          <CheckboxGroup
            name="memberIds"
            label={words.passengers}
            inline
            defaultValues={segment.memberIds}
            choices={own.map((id) => ({ value: id, label: names[id] ?? '' }))}
          />
          <Actions>
            <Button kind={isOwn ? 'plain' : 'main'}>{words.board}</Button>
          </Actions>
        </Form>
      </Section>
      {isOwn && (
        <Section title={words.edit} onPaper={false}>
          {actionData?.saved && <Notice tone="warning" title={words.conflict} />}
          <SegmentForm
            segment={actionData?.saved ?? segment}
            bookings={bookings}
            zones={zones}
            refusal={actionData}
            requestKey={requestKey}
          />
          <Form id="remove" requestKey={requestKey}>
            <HiddenField name="intent" value="remove" />
            <Actions>
              <Button kind="danger">{words.remove}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
