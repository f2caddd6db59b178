import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { listHistory } from '#platform/history.ts'
import type { Outcome } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut, noFields } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { fullName, loadPerson, searchPeople } from '#modules/directory/index.ts'
import { loadMission, mayChangeMission } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText, ZonedTime } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Member, MemberId } from '../domain/member.ts'
import type { CardProblem, HeadProblem, WithdrawalProblem } from '../domain/problems.ts'
import { mayChangeDelegation, mayReadContacts } from '../domain/rights.ts'
import { cardForm, draftOf, fieldOfProblem, memberForm } from '../schemas.ts'
import { listRepresented, loadMember } from '../sql/members.ts'
import { type OwnMember, loadOwnMember } from '../sql/own-members.ts'
import { listChangeRequests } from '../sql/changes.ts'
import { delegationTexts, problemText } from '../texts.ts'
import { searchedCard } from '../ui/card-search.tsx'
import { DirectoryCard } from '../ui/directory-card.tsx'
import { MemberConflict } from '../ui/edit-conflict.tsx'
import { MemberActions } from '../ui/member-actions.tsx'
import { MemberForm } from '../ui/member-form.tsx'
import { asksFirst, changeMember } from '../usecases/change-member.ts'
import { setHead, setMissionHead } from '../usecases/set-head.ts'
import { linkCard, openCard, unlinkCard } from '../usecases/link-card.ts'
import { readmitMember, withdrawMember } from '../usecases/withdraw-member.ts'
import type { Route } from './+types/member.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const member = found(await loadMember(ctx.tx, params.missionId, params.memberId))
    const own = mayReadContacts(ctx.actor) ? await loadOwnMember(ctx.tx, params.missionId, member.id, ctx.actor.organisationId) : null
    const mayChange = own !== null && mayChangeDelegation(ctx.actor, mission.partners)
    return {
      member,
      own,
      mayChange,
      isFrozen: mayChange && (await asksFirst(ctx, mission)),
      isWaiting: mayChange && (await listChangeRequests(ctx.tx, mission.id, { states: ['open'], memberId: member.id })).length > 0,
      mayNameMissionHead: mayChangeMission(ctx.actor, mission.partners),
      ...(own && mayChange ? await cardOf(ctx, own, new URL(request.url).searchParams.get(searchedCard)) : noCard),
      represented: own ? await listRepresented(ctx.tx, params.missionId) : [],
      history: await listHistory(ctx.tx, { entity: 'delegations.member', entityId: member.id, limit: 50 }),
      zone: ctx.actor.timeZone,
      requestKey: crypto.randomUUID(),
    }
  })
}

const noCard = { card: null, cardSearch: '', cards: [] }

/** The card of a member, or those that may be theirs: without a search, those of their name. */
async function cardOf(ctx: Ctx, { personId, givenName, familyName }: OwnMember, search: string | null) {
  const person = personId && (await loadPerson(ctx.tx, personId))
  if (person) return { ...noCard, card: { id: person.id, name: fullName(person) } }
  const cardSearch = search?.trim().slice(0, 200) ?? `${givenName} ${familyName}`
  return { card: null, cardSearch, cards: cardSearch === '' ? [] : await searchPeople(ctx, cardSearch) }
}

type Decision = (ctx: Ctx, missionId: string, memberId: string) => Promise<Outcome<MemberId, HeadProblem | WithdrawalProblem | CardProblem>>

/** The small forms of the page decide, by their intent; the large one describes the member. */
export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, memberId } = params
  const to = href('/missions/:missionId/delegation/:memberId', params)
  const decide = (intent: string, run: Decision) =>
    carryOut(`delegations.${intent}`, noFields, (ctx) => run(ctx, missionId, memberId), { to })
  return answerForms(context, request, {
    head: decide('head', setHead),
    missionHead: decide('missionHead', setMissionHead),
    withdraw: decide('withdraw', withdrawMember),
    readmit: decide('readmit', readmitMember),
    openCard: decide('openCard', openCard),
    unlinkCard: decide('unlinkCard', unlinkCard),
    linkCard: carryOut('delegations.linkCard', cardForm, (ctx, { personId }) => linkCard(ctx, missionId, memberId, personId), { to }),
    otherwise: carryOut(
      'delegations.change',
      memberForm,
      async (ctx, typed) => {
        const kept = found(await loadOwnMember(ctx.tx, missionId, memberId, ctx.actor.organisationId)).capacity
        return changeMember(ctx, missionId, memberId, typed.version ?? 0, draftOf(typed, kept))
      },
      { to, field: fieldOfProblem },
    ),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function MemberPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { member, own, mayChange, mayNameMissionHead, represented, history, zone, requestKey, ...loaded } = loaderData
  const texts = useCatalogue(delegationTexts)
  const saved = actionData?.saved
  const isRefusedAction = actionData !== undefined && actionData.values.intent !== 'save'
  const shown = saved ?? own
  return (
    <>
      {member.state === 'withdrawn' && (
        <Notice title={texts.member.withdrawnTitle}>
          <p>{texts.member.withdrawnBody}</p>
        </Notice>
      )}
      <Section title={`${member.givenName} ${member.familyName}`} titlePlace="above">
        <PublicFacts member={member} />
      </Section>
      {(mayChange || mayNameMissionHead) && (
        <Section title={texts.member.actions} onPaper={false}>
          {isRefusedAction && <Notice tone="danger" title={problemText(texts, actionData.problems[''] ?? 'unknown')} />}
          <MemberActions member={member} isOwn={mayChange} mayNameMissionHead={mayNameMissionHead} requestKey={requestKey} />
        </Section>
      )}
      {mayChange && (
        <Section title={texts.card.title} note={texts.card.note} onPaper={false}>
          <DirectoryCard card={loaded.card} search={loaded.cardSearch} people={loaded.cards} requestKey={requestKey} />
        </Section>
      )}
      {mayChange && shown && (
        <Section title={texts.form.editTitle} onPaper={false}>
          {(loaded.isFrozen || loaded.isWaiting) && <FreezeNotice missionId={params.missionId} isWaiting={loaded.isWaiting} />}
          {saved && <MemberConflict saved={saved} values={actionData.values} />}
          <MemberForm
            missionId={params.missionId}
            member={shown}
            version={shown.version}
            requestKey={requestKey}
            represented={represented}
            refusal={isRefusedAction ? undefined : actionData}
          />
        </Section>
      )}
      <Section title={texts.member.history}>
        <Timeline
          label={texts.member.history}
          entries={history.map((entry) => ({
            key: entry.key,
            when: <ZonedTime instant={entry.recordedAt} zone={asTimeZone(zone)} />,
            title: texts.events[entry.event as keyof typeof texts.events] ?? texts.events['member.changed'],
            by: [entry.actorName, entry.organisationName].filter(Boolean).join(', '),
          }))}
        />
      </Section>
    </>
  )
}

/** Once frozen: what becomes of what one writes here. */
function FreezeNotice({ missionId, isWaiting }: { missionId: string; isWaiting: boolean }) {
  const { form } = useCatalogue(delegationTexts)
  return (
    <Notice title={isWaiting ? form.waitingTitle : form.frozenTitle}>
      <p>
        {form.frozenBody} <Link to={href('/missions/:missionId/inscriptions/modifications', { missionId })}>{form.toRequests}</Link>
      </p>
    </Notice>
  )
}

/** What every partner reads. */
function PublicFacts({ member }: { member: Member }) {
  const texts = useCatalogue(delegationTexts)
  return (
    <KeyFacts
      facts={[
        { key: 'sender', label: texts.member.sentBy, value: member.organisationName },
        { key: 'category', label: texts.form.category, value: texts.categories[member.category] },
        {
          key: 'capacity',
          label: texts.list.capacity,
          value: Object.keys(member.capacity).length > 0 ? <LocalizedText content={member.capacity} /> : undefined,
        },
        { key: 'represents', label: texts.form.represents, value: member.represented?.name },
        {
          key: 'function',
          label: texts.list.function,
          value: (
            <>
              {texts.functions[member.function]} {member.isMissionHead && <Tag tone="info">{texts.list.missionHead}</Tag>}
            </>
          ),
        },
      ]}
    />
  )
}
