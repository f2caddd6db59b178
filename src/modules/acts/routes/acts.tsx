import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { authorityKind } from '#modules/delegations/index.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { pick } from '#platform/pure/localized.ts'
import { mayEditTemplates, mayOpenAct } from '../domain/rights.ts'
import { type ActLine, countActs, listActs } from '../sql/acts.ts'
import { actTexts } from '../texts.ts'
import { ActStateTag } from '../ui/act-state.tsx'
import type { Route } from './+types/acts.ts'

const pageSize = 25

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page') ?? '1')) || 1)
  return read(context, request, async (ctx) => {
    const count = await countActs(ctx.tx)
    const organisation = found(await loadOrganisation(ctx.tx, ctx.actor.organisationId))
    const isAuthority = authorityKind(organisation) !== null
    return {
      acts: await listActs(ctx.tx, { limit: pageSize, offset: (page - 1) * pageSize }),
      page,
      pageCount: Math.max(1, Math.ceil(count / pageSize)),
      isAuthority,
      mayOpen: isAuthority && mayOpenAct(ctx.actor),
      mayEditTexts: isAuthority && mayEditTemplates(ctx.actor),
    }
  })
}

export default function Acts({ loaderData: { acts, page, pageCount, isAuthority, mayOpen, mayEditTexts } }: Route.ComponentProps) {
  const texts = useCatalogue(actTexts)
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      action={
        <>
          {mayOpen && (
            <ButtonLink to={href('/actes/nouveau')} kind="main" icon="plus">
              {texts.newAct}
            </ButtonLink>
          )}
          {mayEditTexts && (
            <ButtonLink to={href('/reglages/modeles')} kind="quiet">
              {texts.templates}
            </ButtonLink>
          )}
        </>
      }
    >
      <ActTable acts={acts} isAuthority={isAuthority} mayOpen={mayOpen} />
      <Pagination page={page} pageCount={pageCount} addressOf={(number) => `?page=${number}`} />
    </Page>
  )
}

function ActTable({ acts, isAuthority, mayOpen }: { acts: readonly ActLine[]; isAuthority: boolean; mayOpen: boolean }) {
  const texts = useCatalogue(actTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      rows={acts}
      rowKey={({ id }) => id}
      rowLink={({ id }) => href('/actes/:actId', { actId: id })}
      empty={
        <EmptyState title={texts.emptyTitle} action={mayOpen && <Link to={href('/actes/nouveau')}>{texts.newAct}</Link>}>
          {isAuthority ? texts.empty : texts.emptyForOthers}
        </EmptyState>
      }
      columns={[
        { key: 'object', header: texts.columns.object, render: ({ object }) => <LocalizedText content={object} /> },
        { key: 'reference', header: texts.columns.reference, render: ({ reference }) => reference || texts.noReference },
        {
          key: 'about',
          header: texts.columns.about,
          isLong: true,
          render: ({ missionTitles, agreementTitle }) =>
            [...missionTitles, ...(agreementTitle ? [agreementTitle] : [])].map((title) => pick(title, locale).text).join(', '),
        },
        { key: 'meeting', header: texts.columns.meeting, render: ({ meetingOn }) => meetingOn && <DateText date={meetingOn} /> },
        { key: 'state', header: texts.columns.state, render: ({ shown }) => <ActStateTag state={shown} /> },
        { key: 'next', header: texts.columns.next, isLong: true, render: ({ shown }) => texts.next[shown]?.what ?? texts.done },
      ]}
    />
  )
}
