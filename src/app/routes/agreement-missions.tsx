import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import {
  linkMission,
  listMissionsOfAgreement,
  loadAgreement,
  mayKeepAgreements,
  missionLinks,
  unlinkMission,
} from '#modules/agreements/index.ts'
import { fieldOfLink, missionIdForm, missionLinkForm } from '#modules/agreements/schemas.ts'
import { agreementTexts, problemTexts } from '#modules/agreements/texts.ts'
import { listSequels } from '#modules/visits/index.ts'
import { memoryTexts } from '#modules/visits/texts/memory-texts.ts'
import { SequelTable } from '#modules/visits/ui/sequels.tsx'
import { listMissions, loadMission } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateRange, LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import type { Route } from './+types/agreement-missions.ts'

/** The missions of an agreement: agreements know ids, missions know the rest. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    const links = await listMissionsOfAgreement(ctx.tx, agreement.id)
    const missions = await listMissions(ctx.tx, ctx.actor.organisationId, { limit: 500 })
    return {
      linked: links.flatMap(({ missionId, link }) => {
        const mission = missions.find(({ id }) => id === missionId)
        return mission ? [{ id: mission.id, title: mission.title, startsOn: mission.startsOn, endsOn: mission.endsOn, link }] : []
      }),
      others: missions.filter(({ id }) => !links.some(({ missionId }) => missionId === id)).map(({ id, title }) => ({ id, title })),
      sequels: await listSequels(ctx.tx, { agreement: agreement.id }),
      mayKeep: mayKeepAgreements(ctx.actor),
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const back = href('/accords/:agreementId/missions', params)
  if (formValues(form).intent === 'unlink') {
    const typed = await typeForm(form, missionIdForm)
    if (!typed.ok) return refuseForm(typed.problem)
    await submit(context, request, typed, 'agreements.unlink-mission', (ctx) =>
      unlinkMission(ctx, params.agreementId, typed.value.missionId),
    )
    return redirectWithFlash(back, 'removed')
  }
  const typed = await typeForm(form, missionLinkForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'agreements.link-mission', async (ctx) => {
    const mission = found(await loadMission(ctx.tx, typed.value.missionId))
    return linkMission(ctx, params.agreementId, mission.id, typed.value.link)
  })
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, fieldOfLink('missionId')))
}

export default function AgreementMissions({
  loaderData: { linked, others, sequels, mayKeep, requestKey },
  actionData,
}: Route.ComponentProps) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.missions
  const memory = useCatalogue(memoryTexts)
  const locale = useLocale()
  return (
    <>
      <Section title={words.title} note={words.note} titlePlace="above">
        <DataTable
          caption={words.title}
          captionHidden
          rows={linked}
          rowKey={({ id }) => id}
          empty={<p>{words.none}</p>}
          columns={[
            {
              key: 'mission',
              header: words.columns.mission,
              isRowHeader: true,
              render: ({ id, title }) => (
                <Link to={href('/missions/:missionId', { missionId: id })}>
                  <LocalizedText content={title} />
                </Link>
              ),
            },
            {
              key: 'dates',
              header: words.columns.dates,
              render: ({ startsOn, endsOn }) => startsOn && endsOn && <DateRange from={startsOn} to={endsOn} />,
            },
            { key: 'link', header: words.columns.link, render: ({ link }) => texts.links[link] },
            ...(mayKeep
              ? [
                  {
                    key: 'unlink',
                    header: words.save,
                    headerHidden: true,
                    render: ({ id, title }: (typeof linked)[number]) => (
                      <Form id={`unlink-${id}`}>
                        <HiddenField name="intent" value="unlink" />
                        <HiddenField name="missionId" value={id} />
                        <Button kind="quiet">{words.remove(pick(title, locale).text)}</Button>
                      </Form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {sequels.length > 0 && (
        <Section title={memory.sequels.agreementTitle} titlePlace="above">
          <SequelTable sequels={sequels} mayUnlink={false} />
        </Section>
      )}
      {mayKeep && others.length > 0 && (
        <Section title={words.add} onPaper={false}>
          <Form id="link" requestKey={requestKey} values={actionData?.values} errors={problemTexts(texts, actionData?.problems)}>
            <Select
              name="missionId"
              label={words.mission}
              placeholder={words.choose}
              required
              width="long"
              options={others.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
            />
            <Select name="link" label={words.link} required options={missionLinks.map((value) => ({ value, label: texts.links[value] }))} />
            <Actions>
              <Button kind="main">{words.save}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
