import { href } from 'react-router'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Section } from '#ui/section.tsx'
import { mayChangeWhatWasBrought, mayPropose } from '../domain/rights.ts'
import { nowAndNext, weekOf, weeksOf } from '../domain/timetable.ts'
import { listReleases } from '../sql.ts'
import { programmeTexts } from '../texts.ts'
import { DayList } from '../ui/day-list.tsx'
import { NowNext } from '../ui/now-next.tsx'
import { shownOfDraft } from '../ui/shown-items.ts'
import { moveAddress } from '../ui/move-address.ts'
import { Timetable } from '../ui/timetable.tsx'
import timetableStyles from '../ui/timetable.module.css'
import { ProgrammeViews } from '../ui/views.tsx'
import { Weeks, weekField } from '../ui/weeks.tsx'
import { WarningList } from '../ui/warning-list.tsx'
import { readDraft, warningsOfDraft } from '../usecases/read-draft.ts'
import type { Route } from './+types/programme.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const draft = await readDraft(ctx, params.missionId)
    const warnings = warningsOfDraft(draft)
    const [latest] = await listReleases(ctx.tx, params.missionId)
    const items = shownOfDraft(draft.items, draft, warnings)
    const weeks = weeksOf(items)
    const shownWeek = weeks.find((monday) => monday === new URL(request.url).searchParams.get(weekField))
    return {
      ...(shownWeek ? weekOf(items, shownWeek) : { items, dates: undefined }),
      weeks,
      shownWeek,
      ...nowAndNext(
        items.filter(({ state }) => state !== 'cancelled'),
        ctx.now,
      ),
      tracks: draft.tracks,
      warnings,
      names: {
        items: draft.items.map(({ id, title }) => ({ id, title })),
        venues: draft.venues.map(({ id, name }) => ({ id, name })),
        members: draft.members.map(({ id, givenName, familyName }) => ({ id, givenName, familyName })),
      },
      hasLegs: draft.mission.legs.length > 0,
      lastNumber: latest?.number ?? 0,
      mayAdd: mayPropose(ctx.actor, draft.mission.partners),
      movableIds: draft.items
        .filter(
          ({ state, organiserId }) => state !== 'cancelled' && mayChangeWhatWasBrought(ctx.actor, draft.mission.partners, organiserId),
        )
        .map(({ id }): string => id),
    }
  })
}

export default function Programme({ loaderData, params: { missionId } }: Route.ComponentProps) {
  const { items, dates, weeks, shownWeek, now, next, tracks, warnings, names, hasLegs, lastNumber, mayAdd, movableIds } = loaderData
  const texts = useCatalogue(programmeTexts)
  const linkOf = (itemId: string) => href('/missions/:missionId/programme/:itemId', { missionId, itemId })
  const add = hasLegs && mayAdd && (
    <Actions>
      <ButtonLink kind="main" icon="plus" to={href('/missions/:missionId/programme/nouveau', { missionId })}>
        {texts.frame.add}
      </ButtonLink>
    </Actions>
  )
  return (
    <>
      <ProgrammeViews missionId={missionId} />
      <Section
        title={texts.timetable.title}
        note={lastNumber > 0 ? texts.frame.draftSince(lastNumber) : texts.frame.draft}
        titlePlace="above"
        action={items.length > 0 && add}
      >
        {items.length === 0 ? (
          <EmptyState
            title={texts.frame.emptyTitle}
            action={
              hasLegs
                ? add
                : mayAdd && (
                    <ButtonLink kind="main" to={href('/missions/:missionId/modifier', { missionId })}>
                      {texts.frame.toMission}
                    </ButtonLink>
                  )
            }
          >
            {hasLegs ? texts.frame.empty : texts.frame.noLeg}
          </EmptyState>
        ) : (
          <>
            <Weeks missionId={missionId} weeks={weeks} shown={shownWeek} />
            <div className={timetableStyles.wide}>
              <Timetable
                items={items}
                dates={dates}
                tracks={tracks}
                linkOf={linkOf}
                moving={{ movableIds: new Set(movableIds), addressOf: (itemId, spot) => moveAddress(missionId, itemId, spot) }}
              />
              {movableIds.length > 0 && <p className={timetableStyles.hint}>{texts.move.hint}</p>}
            </div>
            <div className={timetableStyles.narrow}>
              <NowNext now={now} next={next} linkOf={linkOf} />
              <DayList items={items} linkOf={linkOf} />
            </div>
          </>
        )}
      </Section>
      {items.length > 0 && (
        <Section title={texts.warnings.title} note={texts.warnings.note} titlePlace="above" onPaper={false}>
          <WarningList missionId={missionId} warnings={warnings} names={names} />
        </Section>
      )}
    </>
  )
}
