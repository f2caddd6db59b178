import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { pick } from '#platform/pure/localized.ts'
import { slugOf } from '#platform/pure/slug.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { noPublication, publicPath } from '../domain/publication.ts'
import { mayArrange } from '../domain/rights.ts'
import { publicationForm } from '../schemas.ts'
import { listItems, listReleases } from '../sql.ts'
import { loadPublication } from '../sql/publication.ts'
import { problemTexts, programmeTexts } from '../texts.ts'
import { publicationTexts } from '../texts/publication-texts.ts'
import { ProgrammeViews } from '../ui/views.tsx'
import { publishProgramme } from '../usecases/publish-programme.ts'
import type { Route } from './+types/publication.ts'

/** What of the programme anybody may read: the organisers choose, item by item. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    allow(mayArrange(ctx.actor, mission.partners))
    const page = (await loadPublication(ctx.tx, mission.id)) ?? noPublication
    const year = mission.legs[0]?.startsOn.slice(0, 4) ?? ''
    return {
      page,
      proposedSlug: page.slug || slugOf(`${pick(mission.title, ctx.actor.locale).text.slice(0, 50)} ${year}`),
      url: page.isOpen ? ctx.services.publicUrl + publicPath(page.slug) : null,
      items: (await listItems(ctx.tx, mission.id)).map(({ id, type, title, startsAt, timeZone, state, audience }) => ({
        id: id as string,
        type,
        title,
        startsAt,
        timeZone,
        state,
        audience,
      })),
      isReleased: (await listReleases(ctx.tx, mission.id)).length > 0,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'programme.publish',
    publicationForm,
    (ctx, typed) => publishProgramme(ctx, params.missionId, typed),
    {
      to: href('/missions/:missionId/programme/public', params),
      field: ({ code }) => fieldOf[code] ?? '',
    },
  )
}

const fieldOf: Readonly<Record<string, string>> = {
  slug_is_an_address: 'slug',
  an_address_serves_one_programme: 'slug',
  nothing_public: 'itemIds',
}

export default function PublicationPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { page, proposedSlug, url, items, isReleased, requestKey } = loaderData
  const texts = useCatalogue(programmeTexts)
  const words = useCatalogue(publicationTexts)
  const locale = useLocale()
  return (
    <>
      <ProgrammeViews missionId={params.missionId} />
      <Section title={words.title} note={words.lead} titlePlace="above">
        <p>{words.facts}</p>
        {url ? (
          <>
            <Notice tone="info" title={words.isOpen} />
            <CopyField label={words.published} value={url} />
          </>
        ) : (
          <p>{words.isClosed}</p>
        )}
        {!isReleased && <Notice tone="warning" title={words.waits} />}
      </Section>
      <Form
        id="publication"
        version={page.version}
        requestKey={requestKey}
        values={actionData?.values}
        errors={problemTexts(texts, actionData?.problems)}
      >
        <Checkbox name="isOpen" label={words.open} hint={words.openHint} defaultChecked={page.isOpen} />
        <TextField
          name="slug"
          label={words.slug}
          hint={words.slugHint}
          required
          maxLength={60}
          defaultValue={proposedSlug}
          spellCheck={false}
        />
        {items.length === 0 ? (
          <p>{words.noItems}</p>
        ) : (
          <CheckboxGroup
            name="itemIds"
            label={words.items}
            hint={words.itemsHint}
            defaultValues={page.itemIds}
            choices={items.map(({ id, title, startsAt, timeZone, ...item }) => {
              const { date, time } = onTheClock({ instant: startsAt, zone: timeZone })
              return {
                value: id,
                label: pick(title, locale).text,
                note: [
                  formatDate(date, locale, 'full'),
                  formatTime(time, locale),
                  texts.types[item.type],
                  texts.audiences[item.audience],
                  item.state !== 'confirmed' && texts.states[item.state],
                ]
                  .filter(Boolean)
                  .join(' · '),
              }
            })}
          />
        )}
        <Actions>
          <Button kind="main">{words.save}</Button>
        </Actions>
      </Form>
    </>
  )
}
