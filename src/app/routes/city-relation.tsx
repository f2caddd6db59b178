import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { fullName, loadCity } from '#modules/directory/index.ts'
import { listNetworks, mayKeepRelations, noteExchange, removeEntry, tellFact, tellMembership } from '#modules/relations/index.ts'
import { exchangeForm, factForm, inBoth, membershipForm, removalForm } from '#modules/relations/schemas.ts'
import { relationTexts } from '#modules/relations/texts.ts'
import { FactTable } from '#modules/relations/ui/facts.tsx'
import { Health } from '#modules/relations/ui/health.tsx'
import { NetworkTable } from '#modules/relations/ui/networks.tsx'
import { ExchangeForm, FactForm, MembershipForm, refusalOf } from '#modules/relations/ui/sheet-forms.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { Section } from '#ui/section.tsx'
import { CityResults } from '../city-results.tsx'
import { readCitySheet } from '../city-sheet.ts'
import { AgreementsWithCity, CityBrief, CityTimeline, PromisesWithCity } from '../city-sheet-parts.tsx'
import type { Route } from './+types/city-relation.ts'

/** What one has with a city: the part of its page that the directory cannot write. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const city = found(await loadCity(ctx.tx, params.cityId))
    const mayKeep = mayKeepRelations(ctx.actor)
    return {
      ...(await readCitySheet(ctx, city)),
      country: city.country,
      today: ctx.today,
      mayKeep,
      choices: mayKeep ? await listNetworks(ctx.tx) : [],
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params: { cityId } }: Route.ActionArgs) {
  const back = href('/annuaire/villes/:cityId', { cityId })
  return answerForms(context, request, {
    fact: carryOut(
      'relations.tell-fact',
      factForm,
      (ctx, { value, qualifier, year, source }, form) => {
        const fact = { label: inBoth(form, 'label'), scope: inBoth(form, 'scope'), value, qualifier, year, source }
        return tellFact(ctx, cityId, fact)
      },
      { to: back, field: 'source' },
    ),
    exchange: carryOut('relations.note-exchange', exchangeForm, (ctx, typed) => noteExchange(ctx, cityId, typed), {
      to: back,
      field: 'onDay',
    }),
    membership: carryOut(
      'relations.tell-membership',
      membershipForm,
      (ctx, typed, form) => {
        const membership = { ...typed, detail: inBoth(form, 'detail') }
        return tellMembership(ctx, cityId, membership)
      },
      { to: back, field: ({ code }) => (code === 'until_follows_since' ? 'untilYear' : 'networkCode') },
    ),
    otherwise: carryOut('relations.remove-entry', removalForm, (ctx, { table, entryId }) => removeEntry(ctx, table, entryId), {
      to: back,
      flash: 'removed',
    }),
  })
}

export default function CityRelation({ loaderData, actionData }: Route.ComponentProps) {
  const { facts, networks, people, met, mayKeep, choices, requestKey, today } = loaderData
  const words = useCatalogue(relationTexts)
  const choosable = [...new Map(people.map((person) => [person.id, { id: person.id, label: fullName(person) }])).values()]
  return (
    <>
      <Section title={words.health.title} note={words.health.note}>
        <Health signals={loaderData.signals} />
      </Section>
      <CityBrief sheet={loaderData} country={loaderData.country} />
      <CityResults results={loaderData.results} />
      <Section
        title={words.timeline.title}
        note={words.timeline.note}
        action={
          mayKeep && <ExchangeForm requestKey={requestKey} today={today} people={choosable} refusal={refusalOf('exchange', actionData)} />
        }
      >
        <CityTimeline happenings={loaderData.happenings} today={today} mayKeep={mayKeep} />
      </Section>
      <AgreementsWithCity agreements={loaderData.agreements} />
      <Section title={words.facts.title} note={words.facts.note} titlePlace="above">
        <FactTable facts={facts} mayKeep={mayKeep} />
        {mayKeep && <FactForm requestKey={requestKey} refusal={refusalOf('fact', actionData)} />}
      </Section>
      <Section title={words.networks.title} note={words.networks.note} titlePlace="above">
        <NetworkTable networks={networks} mayKeep={mayKeep} />
        {mayKeep && <MembershipForm requestKey={requestKey} networks={choices} refusal={refusalOf('membership', actionData)} />}
      </Section>
      <PromisesWithCity promises={loaderData.promises} today={today} />
      <Section title={words.people.title} note={words.people.note} titlePlace="above">
        <DataTable
          caption={words.people.caption}
          captionHidden
          rows={people}
          rowKey={({ affiliationId }) => affiliationId}
          empty={<p>{words.people.none}</p>}
          columns={[
            {
              key: 'name',
              header: words.people.columns.name,
              isRowHeader: true,
              render: (person) => <Link to={href('/annuaire/personnes/:personId', { personId: person.id })}>{fullName(person)}</Link>,
            },
            { key: 'capacity', header: words.people.columns.capacity, render: ({ capacity }) => <LocalizedText content={capacity} /> },
            { key: 'organisation', header: words.people.columns.organisation, render: ({ organisationName }) => organisationName },
          ]}
        />
        {met.length > 0 && <p>{words.people.met(met.join(' ; '))}</p>}
      </Section>
    </>
  )
}
