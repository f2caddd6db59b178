import { Link, href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { countryName } from '#modules/directory/index.ts'
import { listObjectivesOf, strategyTexts } from '#modules/strategy/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { Amount, DateText, LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { type Agreement, type StateGround } from '../domain/agreement.ts'
import { roundYears } from '../domain/firsts.ts'
import { isPlanned } from '../domain/life.ts'
import { isOpenAction } from '../domain/pledges.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { endOf, noticeDay, noticeMonths } from '../domain/term.ts'
import { removeForm } from '../schemas.ts'
import { listStateGrounds, loadAgreement } from '../sql/agreements.ts'
import { listDomains } from '../sql/pledges.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import { compute } from '../usecases/read-standing.ts'
import { removeAgreement } from '../usecases/write-agreement.ts'
import type { Route } from './+types/agreement-overview.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    const domains = await listDomains(ctx.tx, agreement.id)
    const pledges = domains.flatMap((domain) => domain.pledges)
    return {
      agreement,
      computed: await compute(ctx, agreement),
      domains,
      counts: {
        domains: domains.length,
        pledges: pledges.length,
        open: pledges.flatMap(({ actions }) => actions).filter(isOpenAction).length,
      },
      grounds: await listStateGrounds(ctx.tx),
      served: await listObjectivesOf(ctx.tx, { agreement: agreement.id }),
      mayKeep: mayKeepAgreements(ctx.actor),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'agreements.remove',
    removeForm,
    (ctx) => {
      allow(mayKeepAgreements(ctx.actor))
      return removeAgreement(ctx, params.agreementId)
    },
    { to: href('/accords'), flash: 'removed' },
  )
}

export default function AgreementOverview({ loaderData, actionData }: Route.ComponentProps) {
  const { agreement, computed, domains, counts, grounds, served, mayKeep } = loaderData
  const texts = useCatalogue(agreementTexts)
  const words = texts.overview
  const locale = useLocale()
  const { dates, unproven, renews, renewedBy, cooperationSince } = agreement
  const params = { agreementId: agreement.id }
  const years = computed.yearsTogether === null ? null : roundYears(computed.yearsTogether)
  const isRemovable = isPlanned(computed.standing) && dates.votedOn === null
  return (
    <>
      {unproven && (
        <Notice title={words.unprovenTitle}>
          <p>
            {texts.unproven[unproven.because]}. {words.unprovenSource(unproven.source)}{' '}
            {unproven.attestedOn && words.attested(formatDate(unproven.attestedOn, locale))}
          </p>
        </Notice>
      )}
      <Section
        title={words.identity}
        action={
          mayKeep && (
            <ButtonLink to={href('/accords/:agreementId/modifier', params)} kind="quiet">
              {words.edit}
            </ButtonLink>
          )
        }
      >
        <Identity agreement={agreement} served={served} />
      </Section>
      <Section title={words.parties} note={words.partiesNote} titlePlace="above">
        <PartyTable agreement={agreement} grounds={grounds} />
      </Section>
      <Section
        title={texts.pledges.title}
        note={texts.pledges.counts(counts.domains, counts.pledges, counts.open)}
        action={<Link to={href('/accords/:agreementId/engagements', params)}>{texts.tabs.pledges}</Link>}
      >
        {domains.length === 0 ? (
          <p>{texts.pledges.none}</p>
        ) : (
          <ol>
            {domains.map(({ id, title }) => (
              <li key={id}>
                <LocalizedText content={title} />
              </li>
            ))}
          </ol>
        )}
      </Section>
      {(computed.isFirstOfCountry || (years !== null && cooperationSince !== null)) && (
        <Section title={words.computed}>
          <ul>
            {computed.isFirstOfCountry && <li>{words.first(countryName(agreement.country, locale))}</li>}
            {years !== null && cooperationSince !== null && <li>{words.together(years, cooperationSince)}</li>}
          </ul>
        </Section>
      )}
      {(renews || renewedBy || (mayKeep && !isPlanned(computed.standing))) && (
        <Section
          title={words.chain}
          action={
            mayKeep &&
            !renewedBy &&
            !isPlanned(computed.standing) && (
              <ButtonLink to={`${href('/accords/nouveau')}?renouvelle=${agreement.id}`} kind="quiet">
                {words.renew}
              </ButtonLink>
            )
          }
        >
          {renews || renewedBy ? (
            <KeyFacts
              facts={[
                ...(renews ? [{ key: 'renews', label: words.renews, value: <ChainLink link={renews} /> }] : []),
                ...(renewedBy ? [{ key: 'renewedBy', label: words.renewedBy, value: <ChainLink link={renewedBy} /> }] : []),
              ]}
            />
          ) : (
            <p>{words.noChain}</p>
          )}
        </Section>
      )}
      {mayKeep && isRemovable && (
        <Section title={words.remove} note={words.removeNote} onPaper={false}>
          <Form values={actionData?.values} errors={problemTexts(texts, actionData?.problems)}>
            <Button kind="danger" type="submit" name="intent" value="remove">
              {words.remove}
            </Button>
          </Form>
        </Section>
      )}
    </>
  )
}

function ChainLink({ link }: { link: NonNullable<Agreement['renews']> }) {
  return (
    <Link to={href('/accords/:agreementId', { agreementId: link.id })}>
      <LocalizedText content={link.title} />
    </Link>
  )
}

function Identity({ agreement, served }: { agreement: Agreement; served: readonly { readonly title: Localized }[] }) {
  const texts = useCatalogue(agreementTexts)
  const { ties } = useCatalogue(strategyTexts)
  const words = texts.overview
  const locale = useLocale()
  const { object, scopes, term, forecast, forecastNote } = agreement
  const lastDay = endOf(term)
  const months = term.months === null ? '' : words.termMonths(term.months)
  const from = term.runsFrom === null ? '' : words.termFrom(formatDate(term.runsFrom, locale))
  return (
    <KeyFacts
      facts={[
        { key: 'object', label: words.object, value: pick(object, locale).text && <LocalizedText content={object} /> },
        { key: 'scopes', label: words.scopes, value: scopes.map((scope) => texts.scopes[scope]).join(', ') },
        {
          key: 'served',
          label: ties.label,
          value: (
            <Link to={href('/accords/:agreementId/strategie', { agreementId: agreement.id })}>
              {served.map(({ title }) => pick(title, locale).text).join(' · ') || ties.none}
            </Link>
          ),
        },
        { key: 'term', label: words.term, value: [months, from].filter(Boolean).join(', ') },
        {
          key: 'lastDay',
          label: words.lastDay,
          value: lastDay ? <DateText date={lastDay} /> : term.months === null ? words.noEnd : '',
          note: lastDay && (term.prolongedTo ? words.prolonged : term.months === null ? undefined : words.lastDayNote),
        },
        ...(lastDay
          ? [
              {
                key: 'notices',
                label: words.notices,
                value: noticeMonths.map((count) => formatDate(noticeDay(lastDay, count), locale, 'short')).join(' · '),
                note: words.noticesNote,
              },
            ]
          : []),
        {
          key: 'forecast',
          label: words.forecast,
          value: forecast && <Amount cents={forecast.cents} currency={forecast.currency} />,
          note: forecast ? forecastNote : words.forecastUnsaid,
        },
      ]}
    />
  )
}

function PartyTable({ agreement, grounds }: { agreement: Agreement; grounds: readonly StateGround[] }) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.overview
  const locale = useLocale()
  const signatoriesOf = (partyId: string) => agreement.signatories.filter((signatory) => signatory.partyId === partyId)
  const unsaid = agreement.unproven ? words.notNamed : words.noSignatory
  return (
    <DataTable
      caption={words.parties}
      captionHidden
      rows={agreement.parties}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'party',
          header: words.party,
          isRowHeader: true,
          render: ({ name, organisationId, stateGround, stateGroundOn }) => {
            const ground = grounds.find(({ code }) => code === stateGround)
            return (
              <>
                <Link to={href('/annuaire/organisations/:organisationId', { organisationId })}>{name}</Link>
                {ground && stateGroundOn && (
                  <small> {words.ground(pick(ground.label, locale).text, formatDate(stateGroundOn, locale))}</small>
                )}
              </>
            )
          },
        },
        { key: 'country', header: words.country, render: ({ country }) => countryName(country, locale) },
        {
          key: 'signatory',
          header: words.signatory,
          render: ({ id }) =>
            signatoriesOf(id)
              .map(({ name }) => name)
              .join(', ') || unsaid,
        },
        {
          key: 'capacity',
          header: words.capacity,
          isLong: true,
          render: ({ id }) =>
            signatoriesOf(id)
              .map(({ capacity }) => pick(capacity, locale).text)
              .join(', '),
        },
      ]}
    />
  )
}
