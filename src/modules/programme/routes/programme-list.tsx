import { href } from 'react-router'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LocalizedText, ZonedTime } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { peopleOf } from '../domain/audience.ts'
import { endingOf } from '../domain/ending.ts'
import { mayPropose } from '../domain/rights.ts'
import { programmeTexts } from '../texts.ts'
import { ProgrammeViews } from '../ui/views.tsx'
import { readDraft } from '../usecases/read-draft.ts'
import type { Route } from './+types/programme-list.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const draft = await readDraft(ctx, params.missionId)
    const vehicles = new Map(draft.vehicles.map(({ id, name }) => [id, name]))
    const venues = new Map(draft.venues.map(({ id, name }) => [id, name]))
    return {
      rows: draft.items.map((item) => ({
        ...item,
        venueName: venues.get(item.venueId ?? '') ?? null,
        vehicleName: vehicles.get(item.vehicleId ?? '') ?? null,
        peopleCount: peopleOf(item, draft.travellers, draft.sectors).length,
      })),
      mayAdd: mayPropose(ctx.actor, draft.mission.partners) && draft.mission.legs.length > 0,
    }
  })
}

export default function ProgrammeList({ loaderData: { rows, mayAdd }, params: { missionId } }: Route.ComponentProps) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const words = texts.list
  return (
    <>
      <ProgrammeViews missionId={missionId} />
      <Section
        title={texts.views.list}
        titlePlace="above"
        action={
          mayAdd && (
            <Actions>
              <ButtonLink kind="main" icon="plus" to={href('/missions/:missionId/programme/nouveau', { missionId })}>
                {texts.frame.add}
              </ButtonLink>
            </Actions>
          )
        }
      >
        <DataTable
          caption={words.caption}
          captionHidden
          rows={rows}
          rowKey={(item) => item.id}
          rowLink={(item) => href('/missions/:missionId/programme/:itemId', { missionId, itemId: item.id })}
          empty={<EmptyState title={texts.frame.emptyTitle}>{texts.frame.empty}</EmptyState>}
          columns={[
            { key: 'what', header: words.what, isRowHeader: true, render: (item) => <LocalizedText content={item.title} /> },
            {
              key: 'when',
              header: words.when,
              isLong: true,
              render: (item) => (
                <>
                  <ZonedTime instant={item.startsAt} zone={item.timeZone} /> {texts.timetable.until(endingOf(item, locale))}
                </>
              ),
            },
            {
              key: 'where',
              header: words.where,
              render: ({ venueName, vehicleName }) => (
                <>
                  {venueName && <LocalizedText content={venueName} />}
                  {vehicleName && <div>{vehicleName}</div>}
                </>
              ),
            },
            { key: 'organiser', header: words.organiser, render: (item) => item.organiserName },
            {
              key: 'audience',
              header: words.audience,
              render: (item) => `${texts.audiences[item.audience]} (${words.people(item.peopleCount)})`,
            },
            {
              key: 'state',
              header: words.state,
              render: (item) => (
                <Tag tone={item.state === 'confirmed' ? 'success' : item.state === 'cancelled' ? 'danger' : 'warning'}>
                  {texts.states[item.state]}
                </Tag>
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}
