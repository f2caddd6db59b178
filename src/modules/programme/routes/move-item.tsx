import { href } from 'react-router'
import { formatZoned } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { endingOf } from '../domain/ending.ts'
import { STEP_MINUTES, shifted, spotOf } from '../domain/move.ts'
import { moveForm, movePreview } from '../schemas.ts'
import { problemText, programmeTexts } from '../texts.ts'
import { moveAddress } from '../ui/move-address.ts'
import { ProgrammeViews } from '../ui/views.tsx'
import { WarningList } from '../ui/warning-list.tsx'
import { previewMove } from '../usecases/preview-move.ts'
import { moveItem } from '../usecases/write-item.ts'
import type { Route } from './+types/move-item.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const asked = movePreview.parse(Object.fromEntries(new URL(request.url).searchParams))
    const { draft, item, moved, gained, settled, toldCount } = await previewMove(ctx, params.missionId, params.itemId, {
      ...(asked.date && { date: asked.date }),
      ...(asked.start && { start: asked.start }),
    })
    return {
      item: { title: item.title, startsAt: item.startsAt, endsAt: item.endsAt, timeZone: item.timeZone, version: item.version },
      moved: { startsAt: moved.startsAt, endsAt: moved.endsAt },
      spot: { ...spotOf(item), ...(asked.date && { date: asked.date }), ...(asked.start && { start: asked.start }) },
      gained,
      settled,
      toldCount,
      names: {
        items: draft.items.map(({ id, title }) => ({ id, title })),
        venues: draft.venues.map(({ id, name }) => ({ id, name })),
        members: draft.members.map(({ id, givenName, familyName }) => ({ id, givenName, familyName })),
      },
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'programme.move',
    moveForm,
    (ctx, { version, date, start }) => moveItem(ctx, params.missionId, params.itemId, version, { date, start }),
    { to: href('/missions/:missionId/programme', { missionId: params.missionId }) },
  )
}

/** A refused move is looked at again from where the item stands now. */
export function shouldRevalidate(): boolean {
  return true
}

export default function MoveItem({ loaderData, actionData, params }: Route.ComponentProps) {
  const { item, moved, spot, gained, settled, toldCount, names, requestKey } = loaderData
  const texts = useCatalogue(programmeTexts)
  const { move: words } = texts
  const locale = useLocale()
  const problem = actionData?.problems['']
  const isMoved = moved.startsAt !== item.startsAt
  const period = (startsAt: typeof item.startsAt, endsAt: typeof item.endsAt) => ({
    value: formatZoned({ instant: startsAt, zone: item.timeZone }, locale),
    note: `${texts.timetable.until(endingOf({ startsAt, endsAt, timeZone: item.timeZone }, locale))} (${zoneName(item.timeZone, locale)})`,
  })
  const step = (minutes: number) => moveAddress(params.missionId, params.itemId, shifted(spot, minutes))
  return (
    <>
      <ProgrammeViews missionId={params.missionId} />
      <Section title={words.title} note={words.lead} titlePlace="above">
        {problem && <Notice tone="danger" title={problem === 'stale_edit' ? words.stale : problemText(texts, problem)} />}
        <KeyFacts
          facts={[
            { key: 'what', label: texts.releases.moment, value: pick(item.title, locale).text },
            { key: 'from', label: words.from, ...period(item.startsAt, item.endsAt) },
            { key: 'to', label: words.to, ...(isMoved ? period(moved.startsAt, moved.endsAt) : { value: words.unmoved }) },
          ]}
        />
        <Form method="get" id="spot" layout="row" key={`${spot.date} ${spot.start}`}>
          <DateField name="date" label={texts.item.date} defaultValue={spot.date} />
          <TextField name="start" label={texts.item.start} type="time" width="short" defaultValue={spot.start} />
          <Button>{words.look}</Button>
        </Form>
        <Actions>
          <ButtonLink kind="quiet" to={step(-STEP_MINUTES)}>
            {words.earlier}
          </ButtonLink>
          <ButtonLink kind="quiet" to={step(STEP_MINUTES)}>
            {words.later}
          </ButtonLink>
          <ButtonLink kind="quiet" to={step(-24 * 60)}>
            {words.dayBefore}
          </ButtonLink>
          <ButtonLink kind="quiet" to={step(24 * 60)}>
            {words.dayAfter}
          </ButtonLink>
        </Actions>
      </Section>
      {isMoved && (
        <>
          <Section title={words.gained} titlePlace="above">
            {gained.length > 0 ? <WarningList missionId={params.missionId} warnings={gained} names={names} /> : <p>{words.harmless}</p>}
          </Section>
          {settled.length > 0 && (
            <Section title={words.settled} titlePlace="above">
              <WarningList missionId={params.missionId} warnings={settled} names={names} />
            </Section>
          )}
          <Form id="move" version={item.version} requestKey={requestKey}>
            <HiddenField name="date" value={spot.date} />
            <HiddenField name="start" value={spot.start} />
            <p>{words.people(toldCount)}</p>
            <Actions>
              <Button kind="main">{words.confirm}</Button>
            </Actions>
          </Form>
        </>
      )}
    </>
  )
}
