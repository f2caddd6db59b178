import { Link, href } from 'react-router'
import { type OrganisationId, found } from '#platform/actor.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { type RefusedForm, read } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { type ApplicationState, applicationStates } from '../domain/application.ts'
import { openDecisions } from '../domain/decision.ts'
import { handIn, mayChangeQuotas, mayHandleApplications } from '../domain/rights.ts'
import { letterForm, quotaForm } from '../schemas.ts'
import { listPlaces } from '../sql.ts'
import { type CountedTwice, countApplications, listApplications, listCountedTwice } from '../sql/applications.ts'
import { listHeldLetters } from '../sql/letters.ts'
import { registrationTexts, sayProblems } from '../texts.ts'
import { ApplicationTable } from '../ui/application-table.tsx'
import { HeldLetters } from '../ui/held-letters.tsx'
import { PlacesBoard } from '../ui/places-board.tsx'
import { setQuota } from '../usecases/set-quota.ts'
import { sendNow, undoDecision } from '../usecases/undo.ts'
import type { Route } from './+types/applications.ts'

const pageSize = 50

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const state = applicationStates.find((known) => known === query.get('etat')) ?? null
  const partner = query.get('partenaire') || null
  const page = Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1)
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const mayHandle = mayHandleApplications(ctx.actor, mission.partners)
    const places = await listPlaces(ctx.tx, mission.id)
    const counts = mayHandle ? await countApplications(ctx.tx, mission.id) : []
    const senders = places.filter(({ organisationId }) => counts.some((count) => count.organisationId === organisationId))
    const organisationId = senders.find((sender) => sender.organisationId === partner)?.organisationId
    const listed = mayHandle
      ? await listApplications(ctx.tx, mission.id, {
          ...(state ? { states: [state] } : {}),
          ...(organisationId ? { organisationId } : {}),
          limit: pageSize,
          offset: (page - 1) * pageSize,
        })
      : []
    const held = mayHandle ? await listHeldLetters(ctx.tx, mission.id, ctx.actor.organisationId) : []
    const told =
      held.length > 0 ? await listApplications(ctx.tx, mission.id, { ids: held.map((letter) => letter.applicationId), limit: 500 }) : []
    const matching = counts.filter(
      (count) => (!state || count.state === state) && (!organisationId || count.organisationId === organisationId),
    )
    const total = matching.reduce((sum, { count }) => sum + count, 0)
    return {
      places,
      mayHandle,
      mayChange: mayChangeQuotas(ctx.actor, mission.partners),
      counts,
      senders: senders.map((sender) => ({ value: sender.organisationId as string, label: sender.organisationName })),
      filter: { state, partner: organisationId ?? null },
      applications: listed.map((application) => ({
        ...application,
        decisions: openDecisions(application, handIn(ctx.actor, mission.partners, application)),
      })),
      held: held.map(({ id, applicationId, kind, leavesAt }) => {
        const person = told.find((application) => application.id === applicationId)
        return { id, applicationId, kind, leavesAt, name: person ? `${person.givenName} ${person.familyName}` : '' }
      }),
      twice: mayHandle ? await listCountedTwice(ctx.tx, mission.id) : [],
      organiserName: mission.partners.find(({ role }) => role === 'lead')?.name ?? '',
      zone: asTimeZone(ctx.actor.timeZone),
      page,
      pageCount: Math.max(1, Math.ceil(total / pageSize)),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const to = href('/missions/:missionId/inscriptions', params)
  return answerForms(context, request, {
    undo: carryOut('registration.undo', letterForm, (ctx, { applicationId }) => undoDecision(ctx, missionId, applicationId), {
      to,
      flash: 'reversed',
    }),
    now: carryOut('registration.now', letterForm, (ctx, { applicationId }) => sendNow(ctx, missionId, applicationId), {
      to,
      flash: 'sent',
    }),
    otherwise: carryOut(
      'registration.set-quota',
      quotaForm,
      (ctx, { organisationId, places, version }) => setQuota(ctx, missionId, organisationId as OrganisationId, places, version),
      { to, field: 'places' },
    ),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Applications({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { places, mayHandle, mayChange, applications, held, twice, organiserName, zone, page, pageCount, filter } = loaderData
  const texts = useCatalogue(registrationTexts)
  const { list } = texts
  const refused = actionData as RefusedForm | undefined
  const errors = sayProblems(texts, refused?.problems)
  const isQuota = refused?.values.intent === 'quota'
  return (
    <>
      {errors && !isQuota && <Notice tone="warning">{errors[''] ?? texts.problems.unknown}</Notice>}
      {held.length > 0 && <HeldLetters letters={held} zone={zone} />}
      {mayHandle && (
        <Section
          title={list.title}
          note={list.note}
          titlePlace="above"
          action={
            <Actions>
              <ButtonLink icon="plus" to={href('/missions/:missionId/inscriptions/liens', { missionId })}>
                {list.links}
              </ButtonLink>
              <ButtonLink kind="quiet" to={href('/missions/:missionId/inscriptions/passeports', { missionId })}>
                {list.passports}
              </ButtonLink>
              <ButtonLink kind="quiet" to={href('/missions/:missionId/inscriptions/modifications', { missionId })}>
                {list.changes}
              </ButtonLink>
            </Actions>
          }
        >
          {loaderData.counts.length === 0 ? (
            <EmptyState title={list.empty}>{list.emptyBody}</EmptyState>
          ) : (
            <>
              <Filters {...loaderData} />
              {applications.length > 0 ? (
                <ApplicationTable missionId={missionId} applications={applications} organiserName={organiserName} zone={zone} />
              ) : (
                <p>{list.noneHere}</p>
              )}
              <Pagination page={page} pageCount={pageCount} addressOf={(number) => `?${queryOf(filter, number)}`} />
            </>
          )}
        </Section>
      )}
      <PlacesBoard
        places={places}
        mayChange={mayChange}
        refused={isQuota ? { organisationId: String(refused?.values.organisationId), values: refused?.values ?? {}, errors } : null}
      />
      {twice.length > 0 && <CountedTwiceList missionId={missionId} twice={twice} />}
    </>
  )
}

function queryOf({ state, partner }: { state: ApplicationState | null; partner: string | null }, page: number): string {
  return new URLSearchParams({
    ...(state ? { etat: state } : {}),
    ...(partner ? { partenaire: partner } : {}),
    page: String(page),
  }).toString()
}

function Filters({ counts, senders, filter }: Pick<Route.ComponentProps['loaderData'], 'counts' | 'senders' | 'filter'>) {
  const texts = useCatalogue(registrationTexts)
  const { list } = texts
  const counted = (state: ApplicationState | null) =>
    counts
      .filter((each) => (!state || each.state === state) && (!filter.partner || each.organisationId === filter.partner))
      .reduce((sum, { count }) => sum + count, 0)
  return (
    <Form method="get" layout="row" id="filter" key={`${filter.state}${filter.partner}`}>
      <Select
        name="etat"
        label={list.state}
        placeholder={list.anyState(counted(null))}
        defaultValue={filter.state ?? ''}
        options={applicationStates
          .filter((state) => counted(state) > 0)
          .map((state) => ({ value: state, label: list.stateCount(texts.states[state], counted(state)) }))}
      />
      {senders.length > 1 && (
        <Select
          name="partenaire"
          label={list.partner}
          placeholder={list.anyPartner}
          defaultValue={filter.partner ?? ''}
          options={senders}
        />
      )}
      <Button>{list.filter}</Button>
    </Form>
  )
}

/** The annexed list counts people: someone in two sub-delegations has to be told apart, or taken out of one. */
function CountedTwiceList({ missionId, twice }: { missionId: string; twice: readonly CountedTwice[] }) {
  const { twice: words } = useCatalogue(registrationTexts)
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={twice}
        rowKey={({ members }) => members.map(({ id }) => id).join()}
        columns={[
          {
            key: 'person',
            header: words.person,
            render: ({ givenName, familyName, represents }) => `${givenName} ${familyName}${represents ? ` (${represents})` : ''}`,
          },
          {
            key: 'delegations',
            header: words.delegations,
            isLong: true,
            render: ({ members }) => (
              <ul>
                {members.map(({ id, organisationName }) => (
                  <li key={id}>
                    <Link to={href('/missions/:missionId/delegation/:memberId', { missionId, memberId: id })}>{organisationName}</Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}
