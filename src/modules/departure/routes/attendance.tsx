import { href } from 'react-router'
import { formatZoned } from '#platform/pure/instant.ts'
import { answerForm, noFields } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { listItems } from '#modules/programme/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { countAttendance } from '../sql/attendance.ts'
import { departureTexts } from '../texts.ts'
import { DepartureViews } from '../ui/views.tsx'
import { prepareBadges, readBadges } from '../usecases/check-in.ts'
import type { Route } from './+types/attendance.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, badges } = await readBadges(ctx, params.missionId)
    const counts = await countAttendance(ctx.tx, mission.id)
    const items = (await listItems(ctx.tx, mission.id)).filter(({ state }) => state !== 'cancelled')
    return {
      items: items.map(({ id, title, startsAt, timeZone }) => ({
        id: id as string,
        title,
        startsAt,
        timeZone,
        present: counts.get(id) ?? 0,
      })),
      badgeCount: badges.length,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(context, request, 'departure.badges', noFields, (ctx) => prepareBadges(ctx, params.missionId), {
    to: href('/missions/:missionId/depart/pointage', params),
    flash: 'created',
  })
}

export default function AttendancePage({ loaderData: { items, badgeCount, requestKey }, params: { missionId } }: Route.ComponentProps) {
  const words = useCatalogue(departureTexts).attendance
  const locale = useLocale()
  return (
    <>
      <DepartureViews missionId={missionId} hasRegister hasLogistics />
      <Section title={words.badges} note={words.badgesNote} onPaper={false}>
        <p>{words.badgeCount(badgeCount)}</p>
        <Form id="badges" requestKey={requestKey}>
          <Actions>
            <Button kind={badgeCount === 0 ? 'main' : 'plain'}>{words.prepare}</Button>
            {badgeCount > 0 && (
              <ButtonLink to={href('/missions/:missionId/depart/badges.pdf', { missionId })} download>
                {words.print}
              </ButtonLink>
            )}
          </Actions>
        </Form>
      </Section>
      <Section title={words.title} note={words.note} titlePlace="above">
        <DataTable
          caption={words.caption}
          captionHidden
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => href('/missions/:missionId/depart/pointage/:itemId', { missionId, itemId: id })}
          empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
          columns={[
            { key: 'item', header: words.item, render: ({ title }) => <LocalizedText content={title} /> },
            {
              key: 'when',
              header: words.when,
              render: ({ startsAt, timeZone }) => formatZoned({ instant: startsAt, zone: timeZone }, locale),
            },
            { key: 'present', header: words.present, align: 'figure', render: ({ present }) => present },
          ]}
        />
      </Section>
    </>
  )
}
