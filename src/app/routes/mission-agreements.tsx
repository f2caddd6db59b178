import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import {
  type AgreementLine,
  type Concerned,
  type LinkedAgreement,
  agreementsConcerned,
  endOf,
  isOpenAction,
  largestRegister,
  linkMission,
  listAgreements,
  listAgreementsOfMission,
  listDomains,
  mayKeepAgreements,
  missionLinks,
  unlinkMission,
} from '#modules/agreements/index.ts'
import { agreementIdForm, agreementLinkForm, fieldOfLink } from '#modules/agreements/schemas.ts'
import { agreementTexts, problemTexts } from '#modules/agreements/texts.ts'
import { StandingTag } from '#modules/agreements/ui/standing-tag.tsx'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import { loadVisit } from '#modules/visits/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
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
  const form = await request.formData()
  const back = href('/missions/:missionId/accords', params)
  if (formValues(form).intent === 'unlink') {
    const typed = await typeForm(form, agreementIdForm)
    if (!typed.ok) return refuseForm(typed.problem)
    await submit(context, request, typed, 'agreements.unlink', (ctx) => unlinkMission(ctx, typed.value.agreementId, params.missionId))
    return redirectWithFlash(back, 'removed')
  }
  const typed = await typeForm(form, agreementLinkForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'agreements.link', async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    return linkMission(ctx, typed.value.agreementId, mission.id, typed.value.link)
  })
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, fieldOfLink('agreementId')))
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
    render: ({ id, title }) => (
      <Form id={`unlink-${id}`}>
        <HiddenField name="intent" value="unlink" />
        <HiddenField name="agreementId" value={id} />
        <Button kind="quiet" aria-label={words.removeOf(pick(title, locale).text)}>
          {words.remove}
        </Button>
      </Form>
    ),
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
      {mayKeep && others.length > 0 && (
        <Section title={words.add} onPaper={false}>
          <Form id="link" requestKey={requestKey} values={actionData?.values} errors={problemTexts(texts, actionData?.problems)}>
            <Select
              name="agreementId"
              label={words.agreement}
              placeholder={words.choose}
              required
              width="long"
              options={others.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
            />
            <Select
              name="link"
              label={texts.missions.link}
              required
              options={missionLinks.map((value) => ({ value, label: texts.links[value] }))}
            />
            <Actions>
              <Button kind="main">{words.save}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
