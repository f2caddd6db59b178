import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import { listMissionsOfAgreement, loadAgreement, mayKeepAgreements } from '#modules/agreements/index.ts'
import { agreementTexts } from '#modules/agreements/texts.ts'
import { listSequels } from '#modules/visits/index.ts'
import { memoryTexts } from '#modules/visits/texts/memory-texts.ts'
import { SequelTable } from '#modules/visits/ui/sequels.tsx'
import { listMissions } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateRange, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { LinkSection, UnlinkForm } from '../agreement-link-form.tsx'
import { keepAgreementLink } from '../keep-agreement-link.ts'
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
  return keepAgreementLink(
    context,
    request,
    (missionId) => ({ agreementId: params.agreementId, missionId }),
    href('/accords/:agreementId/missions', params),
  )
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
                      <UnlinkForm id={id} label={words.remove(pick(title, locale).text)} />
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
      {mayKeep && <LinkSection words={words} label={words.mission} others={others} requestKey={requestKey} refusal={actionData} />}
    </>
  )
}
