import { Link, href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read, visitorContext } from '#platform/web.ts'
import { countryName } from '#modules/directory/index.ts'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { mayReadRequests } from '../domain/rights.ts'
import { duplicateForm } from '../schemas.ts'
import { listLetters } from '../sql/letters.ts'
import { loadRequest } from '../sql/requests.ts'
import { visitProblems, visitTexts } from '../texts.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import { InterestReasons } from '../ui/interest-reasons.tsx'
import { LetterTable } from '../ui/letter-table.tsx'
import { MemoryHint } from '../ui/memory-hint.tsx'
import { MemoryTable } from '../ui/memory-table.tsx'
import { TypedWords } from '../ui/typed-words.tsx'
import { WishedDays } from '../ui/wished-days.tsx'
import { setAside } from '../usecases/answer-request.ts'
import { rememberOrganisation } from '../usecases/remember-organisation.ts'
import { weighRequests } from '../usecases/weigh-request.ts'
import type { Route } from './+types/request.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayReadRequests(ctx.actor))
    const asked = found(await loadRequest(ctx.tx, params.requestId))
    const [weighed] = await weighRequests(ctx, [asked])
    const { interest, memories } = found(weighed)
    return {
      asked: { ...asked, countryName: countryName(asked.country, context.get(visitorContext).locale) },
      original: asked.duplicateOf ? await loadRequest(ctx.tx, asked.duplicateOf) : null,
      interest,
      memories,
      counts: (await rememberOrganisation(ctx, asked, asked.missionId ?? undefined)).counts,
      letters: await listLetters(ctx.tx, asked.id),
      zone: asTimeZone(ctx.actor.timeZone),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'visits.set-aside',
    duplicateForm,
    (ctx, { originalId }) => setAside(ctx, params.requestId, originalId),
    { to: href('/visites') },
  )
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function RequestPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { asked, original, interest, memories, letters, zone, requestKey } = loaderData
  const texts = useCatalogue(visitTexts)
  const words = texts.request
  const locale = useLocale()
  const { thanks } = useCatalogue(receptionTexts)
  const others = memories.filter(({ kind, nearness, state }) => kind === 'request' && nearness !== 'country' && state !== 'duplicate')
  const isOpen = asked.state === 'received'
  return (
    <Page
      kicker={texts.number(asked.number)}
      title={asked.asker}
      lead={asked.topics}
      breadcrumbs={[{ to: href('/visites'), label: texts.title }]}
      state={<Tag tone={asked.state === 'accepted' ? 'success' : isOpen ? 'warning' : undefined}>{texts.states[asked.state]}</Tag>}
      action={
        isOpen ? (
          <Actions>
            <ButtonLink kind="main" to={href('/visites/:requestId/accepter', params)}>
              {words.accept}
            </ButtonLink>
            <ButtonLink to={href('/visites/:requestId/reorienter', params)}>{words.redirect}</ButtonLink>
            <ButtonLink to={href('/visites/:requestId/decliner', params)}>{words.decline}</ButtonLink>
          </Actions>
        ) : (
          asked.missionId && (
            <Actions>
              <ButtonLink kind="main" to={href('/missions/:missionId', { missionId: asked.missionId })}>
                {words.mission}
              </ButtonLink>
              <ButtonLink to={href('/visites/:requestId/remercier', params)}>{thanks.link}</ButtonLink>
            </Actions>
          )
        )
      }
    >
      <Section title={words.facts}>
        <KeyFacts
          facts={[
            { key: 'from', label: words.from, value: [asked.city, asked.countryName].filter(Boolean).join(', ') },
            { key: 'kind', label: words.kind, value: texts.askerKinds[asked.askerKind] },
            { key: 'wished', label: words.wished, value: <WishedDays from={asked.wishedFrom} to={asked.wishedTo} /> },
            { key: 'people', label: words.people, value: asked.peopleCount },
            { key: 'head', label: words.head, value: [asked.headName, asked.headCapacity].filter(Boolean).join(', ') },
            {
              key: 'contact',
              label: words.contact,
              value: [asked.contactName, asked.contactEmail, asked.contactPhone].filter(Boolean).join(' · '),
              note: texts.form.languages[asked.language],
            },
            {
              key: 'came',
              label: words.came,
              value: <DateText date={dateIn(zone, asked.receivedAt)} />,
              note: texts.sources[asked.source],
            },
            ...(asked.decidedByName
              ? [{ key: 'answered', label: texts.board.answer, value: words.answered(texts.states[asked.state], asked.decidedByName) }]
              : []),
            ...(asked.redirectedTo ? [{ key: 'redirected', label: words.redirectedTo, value: asked.redirectedTo }] : []),
            ...(asked.reason ? [{ key: 'reason', label: words.reason, value: asked.reason }] : []),
            ...(original
              ? [
                  {
                    key: 'original',
                    label: words.sameAs,
                    value: <Link to={href('/visites/:requestId', { requestId: original.id })}>{texts.number(original.number)}</Link>,
                  },
                ]
              : []),
          ]}
        />
        {asked.purpose && (
          <>
            <h3>{words.purpose}</h3>
            <TypedWords words={asked.purpose} />
          </>
        )}
        {asked.original && (
          <details>
            <summary>{words.original}</summary>
            <TypedWords words={asked.original} />
          </details>
        )}
      </Section>
      <Section title={words.interest} note={words.interestNote}>
        <InterestReasons interest={interest} />
      </Section>
      <Section title={words.memory} note={words.memoryNote} titlePlace="above">
        <MemoryHint counts={loaderData.counts} asker={asked.asker} city={asked.city} country={asked.country} />
        <MemoryTable memories={memories} />
      </Section>
      {letters.length > 0 && (
        <Section title={words.lettersTitle} titlePlace="above">
          <LetterTable letters={letters} />
        </Section>
      )}
      {isOpen && others.length > 0 && (
        <Section title={words.duplicateTitle} note={words.duplicateNote} onPaper={false}>
          <Form id="duplicate" requestKey={requestKey} values={actionData?.values} errors={visitProblems(texts, actionData?.problems)}>
            <Select
              name="originalId"
              label={words.duplicateOf}
              required
              options={others.map(({ id, who, city }) => ({ value: id, label: [who, pick(city, locale).text].filter(Boolean).join(', ') }))}
            />
            <Actions>
              <Button>{words.setAside}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </Page>
  )
}
