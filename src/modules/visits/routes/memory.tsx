import { href } from 'react-router'
import { read, visitorContext } from '#platform/web.ts'
import { countryChoices, countryName } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { isOverdue } from '../domain/promise.ts'
import { memoryQuery } from '../schemas/sequels.ts'
import { memoryTexts } from '../texts/memory-texts.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import { MemoryTable } from '../ui/memory-table.tsx'
import { SequelTable } from '../ui/sequels.tsx'
import { rememberOrganisation } from '../usecases/remember-organisation.ts'
import type { Route } from './+types/memory.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const { nom: asker, ville: city, pays: country } = memoryQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  return read(context, request, async (ctx) => ({
    about: { asker, city, country },
    place: [city, country && countryName(country, locale)].filter(Boolean).join(', '),
    memory: asker === '' && city === '' ? null : await rememberOrganisation(ctx, { asker, city, country }),
    countries: countryChoices(locale),
    today: ctx.today,
  }))
}

export default function MemoryPage({ loaderData: { about, place, memory, countries, today } }: Route.ComponentProps) {
  const words = useCatalogue(memoryTexts)
  const reception = useCatalogue(receptionTexts)
  const open = memory?.promises.filter(({ state }) => state === 'open').length ?? 0
  const kept = memory?.promises.filter(({ state }) => state === 'kept').length ?? 0
  return (
    <Page
      kicker={[words.kicker, place].filter(Boolean).join(' · ')}
      title={words.title(about.asker || about.city)}
      lead={memory ? words.counts(memory.counts) || words.first : words.lead}
    >
      {memory && (
        <>
          <Section title={words.near} titlePlace="above">
            <MemoryTable memories={memory.near} />
            {memory.elsewhere.length > 0 && (
              <details>
                <summary>{words.elsewhere(memory.elsewhere.length)}</summary>
                <MemoryTable memories={memory.elsewhere} />
              </details>
            )}
          </Section>
          {memory.sequels.length > 0 && (
            <Section title={words.sequels.title} titlePlace="above">
              <SequelTable sequels={memory.sequels} mayUnlink={false} />
            </Section>
          )}
          <Section title={words.agreements.title} titlePlace="above">
            <DataTable
              caption={words.agreements.caption}
              captionHidden
              rows={memory.agreements}
              rowKey={({ id }) => id}
              rowLink={({ id }) => href('/accords/:agreementId', { agreementId: id })}
              empty={<p>{words.agreements.none}</p>}
              columns={[
                { key: 'what', header: words.agreements.what, render: ({ title }) => <LocalizedText content={title} /> },
                {
                  key: 'signed',
                  header: words.agreements.signed,
                  render: ({ dates }) => dates.signedOn && <DateText date={dates.signedOn} />,
                },
              ]}
            />
          </Section>
          <Section title={words.met.title} titlePlace="above">
            <DataTable
              caption={words.met.caption}
              captionHidden
              rows={memory.met}
              rowKey={({ guestId }) => guestId}
              rowLink={({ missionId }) => `${href('/missions/:missionId/reception', { missionId })}#preseance`}
              empty={<p>{words.met.none}</p>}
              columns={[
                { key: 'who', header: words.met.who, render: ({ name, title }) => [name, title].filter(Boolean).join(', ') },
                { key: 'where', header: words.met.where, render: ({ missionTitle }) => <LocalizedText content={missionTitle} /> },
                { key: 'when', header: words.met.when, render: ({ on }) => on && <DateText date={on} /> },
              ]}
            />
          </Section>
          <Section title={words.promises.title} note={words.promises.note(open, kept)} titlePlace="above">
            <DataTable
              caption={words.promises.caption}
              captionHidden
              rows={memory.promises}
              rowKey={({ id }) => id}
              rowLink={({ missionId }) => `${href('/missions/:missionId/reception', { missionId })}#promesses`}
              empty={<p>{words.promises.none}</p>}
              columns={[
                { key: 'what', header: words.promises.what, render: ({ what }) => what },
                { key: 'by', header: words.promises.by, render: ({ promisedBy }) => promisedBy },
                { key: 'due', header: words.promises.due, render: ({ dueOn }) => dueOn && <DateText date={dueOn} /> },
                {
                  key: 'state',
                  header: words.promises.state,
                  render: (promise) => (
                    <>
                      {reception.promiseStates[promise.state]}{' '}
                      {isOverdue(promise, today) && <Tag tone="warning">{words.promises.late}</Tag>}
                    </>
                  ),
                },
              ]}
            />
          </Section>
          <Section title={words.gifts.title} titlePlace="above">
            <DataTable
              caption={words.gifts.caption}
              captionHidden
              rows={memory.gifts}
              rowKey={({ id }) => id}
              empty={<p>{words.gifts.none}</p>}
              columns={[
                { key: 'what', header: words.gifts.what, render: ({ description }) => description },
                { key: 'giver', header: words.gifts.giver, render: ({ giver }) => giver },
                { key: 'when', header: words.gifts.when, render: ({ onDay }) => <DateText date={onDay} /> },
              ]}
            />
          </Section>
        </>
      )}
      <Section title={words.ask.title} onPaper={false}>
        <Form method="get" id="memory">
          <TextField name="nom" label={words.ask.name} defaultValue={about.asker} maxLength={200} />
          <TextField name="ville" label={words.ask.city} defaultValue={about.city} maxLength={120} />
          <Select name="pays" label={words.ask.country} defaultValue={about.country} options={countries} />
          <Actions>
            <Button>{words.ask.go}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  )
}
