import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { authorityKind } from '../domain/authority-kind.ts'
import type { Member } from '../domain/member.ts'
import { mayChangeDelegation } from '../domain/rights.ts'
import { countByPartner } from '../sql/counts.ts'
import { listMembers } from '../sql/members.ts'
import { delegationTexts } from '../texts.ts'
import { CompositionFacts } from '../ui/composition-facts.tsx'
import { MemberTable } from '../ui/member-table.tsx'
import { PartnerCounts } from '../ui/partner-counts.tsx'
import type { Route } from './+types/delegation.ts'

const pageSize = 100

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const page = Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page') ?? '1')) || 1)
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const { organisationId, organisationName } = ctx.actor
    const counts = await countByPartner(ctx.tx, params.missionId)
    return {
      own: { id: organisationId, name: organisationName },
      counts,
      members: await listMembers(ctx.tx, params.missionId, { first: organisationId, limit: pageSize, offset: (page - 1) * pageSize }),
      withdrawn: await listMembers(ctx.tx, params.missionId, { state: 'withdrawn', sentBy: organisationId }),
      mayChange: mayChangeDelegation(ctx.actor, mission.partners),
      page,
      pageCount: Math.max(1, Math.ceil(counts.mission.persons / pageSize)),
    }
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Delegation({ loaderData, params: { missionId } }: Route.ComponentProps) {
  const { own, counts, members, withdrawn, mayChange, page, pageCount } = loaderData
  const texts = useCatalogue(delegationTexts)
  const { list } = texts
  const ours = counts.partners.find((partner) => partner.organisation.id === own.id)
  const others = counts.partners.filter((partner) => partner.organisation.id !== own.id)
  const membersOf = (organisationId: string): Member[] => members.filter((member) => member.organisationId === organisationId)
  return (
    <>
      <Section
        title={list.own}
        note={list.ownNote}
        titlePlace="above"
        action={mayChange && <OwnActions missionId={missionId} hasMembers={ours !== undefined} />}
      >
        {ours ? (
          <>
            <CompositionFacts counts={ours} authority={authorityKind(ours.organisation)} />
            <MemberTable missionId={missionId} caption={list.caption(own.name)} members={membersOf(own.id)} />
            <Downloads missionId={missionId} query="?liste=notre" />
          </>
        ) : (
          <EmptyState title={list.empty}>{list.emptyBody}</EmptyState>
        )}
        {withdrawn.length > 0 && (
          <details>
            <summary>{list.withdrawn(withdrawn.length)}</summary>
            <MemberTable missionId={missionId} caption={list.withdrawnCaption} members={withdrawn} />
          </details>
        )}
      </Section>
      {others.map((partner) => {
        const listed = membersOf(partner.organisation.id)
        return (
          listed.length > 0 && (
            <Section key={partner.organisation.id} title={partner.organisation.name} titlePlace="above">
              <CompositionFacts counts={partner} authority={authorityKind(partner.organisation)} />
              <MemberTable missionId={missionId} caption={list.caption(partner.organisation.name)} members={listed} />
            </Section>
          )
        )
      })}
      <Pagination page={page} pageCount={pageCount} addressOf={(number) => `?page=${number}`} />
      <Section title={list.mission} note={list.countsNote} titlePlace="above">
        <CompositionFacts counts={counts.mission} authority={null} />
        {others.length > 0 ? <PartnerCounts partners={counts.partners} mission={counts.mission} /> : <p>{list.noOther}</p>}
        {counts.mission.persons > 0 && <Downloads missionId={missionId} query="" />}
      </Section>
    </>
  )
}

function OwnActions({ missionId, hasMembers }: { missionId: string; hasMembers: boolean }) {
  const { list } = useCatalogue(delegationTexts)
  return (
    <Actions>
      <ButtonLink kind="main" icon="plus" to={href('/missions/:missionId/delegation/nouveau-membre', { missionId })}>
        {list.add}
      </ButtonLink>
      <ButtonLink kind={hasMembers ? 'quiet' : 'plain'} to={href('/missions/:missionId/delegation/import', { missionId })}>
        {list.import}
      </ButtonLink>
    </Actions>
  )
}

function Downloads({ missionId, query }: { missionId: string; query: '' | '?liste=notre' }) {
  const { list } = useCatalogue(delegationTexts)
  return (
    <Actions>
      {(['csv', 'xlsx'] as const).map((format) => (
        <ButtonLink
          key={format}
          kind="quiet"
          icon="download"
          download
          to={href('/missions/:missionId/delegation/liste/:format', { missionId, format }) + query}
        >
          {query === '' ? list.downloadAll : list.downloadOwn} ({format.toUpperCase()})
        </ButtonLink>
      ))}
    </Actions>
  )
}
