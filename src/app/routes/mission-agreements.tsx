import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import {
  type AgreementLine,
  type Concerned,
  type LinkedAgreement,
  agreementsConcerned,
  endOf,
  isOpenAction,
  largestRegister,
  listAgreements,
  listAgreementsOfMission,
  listDomains,
  mayKeepAgreements,
} from '#modules/agreements/index.ts'
import { agreementTexts } from '#modules/agreements/texts.ts'
import { StandingTag } from '#modules/agreements/ui/standing-tag.tsx'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import { loadVisit } from '#modules/visits/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { LinkSection, UnlinkForm } from '../agreement-link-form.tsx'
import { keepAgreementLink } from '../keep-agreement-link.ts'
import type { Route } from './+types/mission-agreements.ts'

/** The agreements of a mission or a visit, in the register of whoever looks: what was signed there, what it is about, and what is at stake. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const register = await listAgreements(ctx.tx, { limit: largestRegister }, ctx.today)
    const linked: Awaited<ReturnType<typeof linkedOf>>[] = []
    for (const each of await listAgreementsOfMission(ctx.tx, mission.id)) linked.push(await linkedOf(ctx, each, register))
    const others = register.filter(({ id }) => !linked.some((known) => known.id === id))
    return {
      linked,
      others: others.map(({ id, title }) => ({ id, title })),
      atStake: agreementsConcerned(others, await placesOf(ctx, mission)).map(({ id, title, standing, term }) => ({
        id,
        title,
        standing,
        lastDay: endOf(term),
      })),
      mayKeep: mayKeepAgreements(ctx.actor),
      organisationName: ctx.actor.organisationName,
      requestKey: crypto.randomUUID(),
    }
  })
}

/** An agreement of the mission: where it stands, where and when it was signed, how much is still to be done of what it promised. */
async function linkedOf({ tx }: Ctx, { id, link, signedOn, signedAtPlace }: LinkedAgreement, register: readonly AgreementLine[]) {
  const { title, standing, term } = found(register.find((line) => line.id === id))
  const actions = (await listDomains(tx, id)).flatMap(({ pledges }) => pledges.flatMap((pledge) => pledge.actions))
  return { id, link, title, standing, signedOn, signedAtPlace, lastDay: endOf(term), openCount: actions.filter(isOpenAction).length }
}

/** Where a mission goes; from where those it receives come. */
async function placesOf({ tx }: Ctx, { id, kind, legs }: Mission): Promise<Concerned[]> {
  if (kind === 'outgoing' || kind === 'virtual') {
    return legs.map(({ country, cityId, cityName }) => ({ country, cityId, names: Object.values(cityName).map((name) => name ?? '') }))
  }
  const visit = await loadVisit(tx, id)
  return visit ? [{ country: visit.country, cityId: null, names: [visit.city] }] : []
}

export async function action({ context, request, params }: Route.ActionArgs) {
  return keepAgreementLink(
    context,
    request,
    (agreementId) => ({ agreementId, missionId: params.missionId }),
    href('/missions/:missionId/accords', params),
  )
}

type AtStake = Route.ComponentProps['loaderData']['atStake'][number]
type Linked = Route.ComponentProps['loaderData']['linked'][number]

export default function MissionAgreements({ loaderData, actionData }: Route.ComponentProps) {
  const { linked, others, atStake, mayKeep, organisationName, requestKey } = loaderData
  const texts = useCatalogue(agreementTexts)
  const words = texts.ofMission
  const locale = useLocale()
  const about: Column<AtStake>[] = [
    { key: 'agreement', header: words.agreement, isRowHeader: true, render: ({ title }) => <LocalizedText content={title} /> },
    { key: 'standing', header: words.standing, render: ({ standing }) => <StandingTag standing={standing} /> },
    { key: 'lastDay', header: words.lastDay, render: ({ lastDay }) => lastDay && <DateText date={lastDay} format="short" /> },
  ]
  const ofLink: Column<Linked>[] = [
    { key: 'link', header: texts.missions.link, render: ({ link }) => texts.links[link] },
    {
      key: 'signed',
      header: words.signed,
      render: ({ signedOn, signedAtPlace }) =>
        signedOn ? words.signedAt(formatDate(signedOn, locale), signedAtPlace ?? '') : words.notSigned,
    },
    { key: 'open', header: words.open, align: 'figure', render: ({ openCount }) => openCount },
  ]
  const unlink: Column<Linked> = {
    key: 'unlink',
    header: words.remove,
    headerHidden: true,
    render: ({ id, title }) => <UnlinkForm id={id} label={words.remove} said={words.removeOf(pick(title, locale).text)} />,
  }
  const addressOf = ({ id }: AtStake) => href('/accords/:agreementId', { agreementId: id })
  return (
    <>
      <Section title={words.title} note={words.note(organisationName)} titlePlace="above">
        <DataTable
          caption={words.title}
          captionHidden
          rows={linked}
          rowKey={({ id }) => id}
          rowLink={addressOf}
          empty={<p>{words.none}</p>}
          columns={[...about, ...ofLink, ...(mayKeep ? [unlink] : [])]}
        />
      </Section>
      {atStake.length > 0 && (
        <Section title={words.stake} note={words.stakeNote} titlePlace="above">
          <DataTable caption={words.stake} captionHidden rows={atStake} rowKey={({ id }) => id} rowLink={addressOf} columns={about} />
        </Section>
      )}
      {mayKeep && <LinkSection words={words} label={words.agreement} others={others} requestKey={requestKey} refusal={actionData} />}
    </>
  )
}
