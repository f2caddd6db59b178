import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { pick, localized } from '#platform/pure/localized.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { presets } from '../domain/event.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { datesOf, newEventForm } from '../schemas/setup.ts'
import { listEvents } from '../sql/setup.ts'
import { eventTexts, problemTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { createEvent } from '../usecases/set-up-event.ts'
import type { Route } from './+types/events.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const events = await listEvents(ctx.tx, mission.id)
    return {
      events: events.map((event) => ({ ...event, closesOn: dateIn(event.timeZone, event.closesAt) })),
      legs: mission.legs.map(({ id, cityName }) => ({ id, cityName })),
      mayOrganise: mayOrganiseMeetings(ctx.actor, mission.partners),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'meetings.create',
    newEventForm,
    async (ctx, { titleFr, titleEn, legId, preset, opensOn, closesOn }) => {
      const leg = (await loadMission(ctx.tx, params.missionId))?.legs.find(({ id }) => id === legId)
      const dates = datesOf({ opensOn, closesOn }, asTimeZone(leg?.timeZone ?? 'UTC'))
      return createEvent(ctx, params.missionId, { title: localized(titleFr, titleEn), legId, preset, ...dates })
    },
    {
      to: (made) => href('/missions/:missionId/rendez-vous/:eventId/reglages', { ...params, eventId: made }),
      flash: 'created',
      field: ({ code }) => (code === 'leg_unknown' ? 'legId' : 'closesOn'),
    },
  )
}

export default function Events({ loaderData: { events, legs, mayOrganise, requestKey }, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { list } = texts
  const { instance } = useCatalogue(planTexts)
  return (
    <>
      <Section title={list.title} note={list.note} titlePlace="above">
        <DataTable
          caption={list.caption}
          captionHidden
          rows={events}
          rowKey={({ id }) => id}
          rowLink={({ id }) => href('/missions/:missionId/rendez-vous/:eventId', { ...params, eventId: id })}
          empty={<EmptyState title={list.emptyTitle}>{list.empty}</EmptyState>}
          columns={[
            { key: 'title', header: list.event, isRowHeader: true, render: ({ title }) => <LocalizedText content={title} /> },
            { key: 'preset', header: list.preset, render: ({ preset }) => texts.presets[preset] },
            { key: 'closes', header: list.wishes, render: ({ closesOn }) => <DateText date={closesOn} /> },
            { key: 'participants', header: list.participants, align: 'figure', render: ({ participants }) => participants },
            { key: 'meetings', header: list.meetings, align: 'figure', render: ({ meetings }) => meetings },
          ]}
        />
      </Section>
      {mayOrganise && (
        <Section title={list.newTitle} note={list.newNote} onPaper={false}>
          {legs.length === 0 ? (
            <p>{list.noLeg}</p>
          ) : (
            <Form requestKey={requestKey} values={actionData?.values} errors={problemTexts(texts, actionData?.problems)}>
              <TextField name="titleFr" label={list.titleFr} required maxLength={200} lang="fr" />
              <TextField name="titleEn" label={list.titleEn} maxLength={200} lang="en" />
              <RadioGroup
                name="preset"
                label={list.form}
                required
                defaultValue="tables"
                choices={presets.map((value) => ({ value, label: texts.presets[value], note: texts.presetNotes[value] }))}
              />
              <Select
                name="legId"
                label={list.leg}
                required
                defaultValue={legs[0]?.id}
                placeholder={false}
                options={legs.map(({ id, cityName }) => ({ value: id, label: pick(cityName, locale).text }))}
              />
              <Fieldset legend={texts.wishes.title} inline>
                <DateField name="opensOn" label={list.opensOn} required />
                <DateField name="closesOn" label={list.closesOn} required />
              </Fieldset>
              <Actions>
                <Button kind="main">{list.create}</Button>
                <ButtonLink kind="quiet" to={href('/missions/:missionId/rendez-vous/importer', params)}>
                  {instance.link}
                </ButtonLink>
              </Actions>
            </Form>
          )}
        </Section>
      )}
    </>
  )
}
