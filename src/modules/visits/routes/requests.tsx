import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { daysBetween } from '#platform/pure/local-date.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { read, visitorContext } from '#platform/web.ts'
import { countryName } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { DateText } from '#ui/format.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { inReadingOrder } from '../domain/interest.ts'
import { mayReadRequests } from '../domain/rights.ts'
import { listRequests } from '../sql/requests.ts'
import { visitTexts } from '../texts.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import { titleTexts } from '../texts/title-texts.ts'
import { InterestTag } from '../ui/interest-tag.tsx'
import { WishedDays } from '../ui/wished-days.tsx'
import { weighRequests } from '../usecases/weigh-request.ts'
import type { Route } from './+types/requests.ts'

const mostShown = 200

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayReadRequests(ctx.actor))
    const waiting = await listRequests(ctx.tx, { states: ['received'], limit: mostShown })
    const decided = await listRequests(ctx.tx, { states: ['accepted', 'redirected', 'declined', 'duplicate'], limit: mostShown })
    const { locale } = context.get(visitorContext)
    const place = ({ city, country }: { city: string; country: string }) => [city, countryName(country, locale)].filter(Boolean).join(', ')
    return {
      waiting: inReadingOrder(await weighRequests(ctx, waiting)).map(({ request: asked, interest }) => ({
        request: { ...asked, from: place(asked) },
        level: interest.level,
      })),
      decided: decided.map((each) => ({ ...each, from: place(each) })),
      today: ctx.today,
      zone: asTimeZone(ctx.actor.timeZone),
    }
  })
}

export default function Requests({ loaderData: { waiting, decided, today, zone } }: Route.ComponentProps) {
  const texts = useCatalogue(visitTexts)
  const { board } = texts
  const reception = useCatalogue(receptionTexts)
  const titles = useCatalogue(titleTexts)
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      action={
        <Actions>
          <ButtonLink kind="main" to={href('/visites/nouvelle')}>
            {board.enter}
          </ButtonLink>
          <ButtonLink to={href('/visites/reglages')}>{board.desk}</ButtonLink>
          <ButtonLink to={href('/visites/titres')}>{titles.link}</ButtonLink>
          <ButtonLink to={href('/visites/annee')}>{reception.year.link}</ButtonLink>
        </Actions>
      }
    >
      <Section title={board.waiting} titlePlace="above">
        <DataTable
          caption={board.caption}
          captionHidden
          rows={waiting}
          rowKey={({ request }) => request.id}
          rowLink={({ request }) => href('/visites/:requestId', { requestId: request.id })}
          empty={<EmptyState title={board.emptyTitle}>{board.empty}</EmptyState>}
          columns={[
            { key: 'asker', header: board.asker, render: ({ request }) => request.asker },
            { key: 'from', header: board.from, render: ({ request }) => request.from },
            { key: 'topics', header: board.topics, isLong: true, render: ({ request }) => request.topics },
            {
              key: 'wished',
              header: board.wished,
              render: ({ request }) => <WishedDays from={request.wishedFrom} to={request.wishedTo} />,
            },
            { key: 'people', header: board.people, align: 'figure', render: ({ request }) => request.peopleCount },
            { key: 'interest', header: board.interest, render: ({ level }) => <InterestTag level={level} /> },
            {
              key: 'came',
              header: board.came,
              render: ({ request }) => {
                const came = dateIn(zone, request.receivedAt)
                return (
                  <>
                    <DateText date={came} format="short" /> ({board.waitingDays(daysBetween(came, today))})
                  </>
                )
              },
            },
          ]}
        />
      </Section>
      {decided.length > 0 && (
        <Section title={board.decided} titlePlace="above">
          <DataTable
            caption={board.decidedCaption}
            captionHidden
            rows={decided}
            rowKey={({ id }) => id}
            rowLink={({ id }) => href('/visites/:requestId', { requestId: id })}
            columns={[
              { key: 'asker', header: board.asker, render: ({ asker }) => asker },
              { key: 'from', header: board.from, render: ({ from }) => from },
              { key: 'topics', header: board.topics, isLong: true, render: ({ topics }) => topics },
              {
                key: 'answer',
                header: board.answer,
                render: ({ state, redirectedTo }) => (
                  <>
                    <Tag tone={state === 'accepted' ? 'success' : undefined}>{texts.states[state]}</Tag> {redirectedTo}
                  </>
                ),
              },
              {
                key: 'came',
                header: board.came,
                render: ({ receivedAt }) => <DateText date={dateIn(zone, receivedAt)} format="short" />,
              },
            ]}
          />
        </Section>
      )}
      <Section title={board.noticeTitle} onPaper={false}>
        <p>{board.notice}</p>
      </Section>
    </Page>
  )
}
