import { href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import type { Ctx } from '#platform/context.ts'
import { listReadableMembers } from '#modules/registration/index.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { needsGround } from '../domain/adequacy.ts'
import { listAdequacies } from '../sql/rooms.ts'
import { loadHomeCountry } from '../sql/rules.ts'
import { departureTexts } from '../texts.ts'
import { countryName } from '../ui/country-name.ts'
import { DepartureViews } from '../ui/views.tsx'
import { readCatering } from '../usecases/read-catering.ts'
import { openLogistics } from '../usecases/read-logistics.ts'
import type { Route } from './+types/lists.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const logistics = await openLogistics(ctx, params.missionId)
    const { mission, own, names } = logistics
    const { counts, diets } = await readCatering(ctx, logistics)
    const home = await loadHomeCountry(ctx.tx)
    const countries = [...new Set(mission.legs.map(({ country }) => country))].filter((country) => country !== home)
    const adequacies = await listAdequacies(ctx.tx, countries, ctx.today)
    return {
      counts,
      diets: diets.map(({ label, memberIds }) => ({ label, people: memberIds.map((id) => names[id] ?? '') })),
      destinations: countries.map((country) => ({ country, adequacy: adequacies.find((each) => each.country === country) })),
      today: ctx.today,
      readable: await countReadable(ctx, mission.id, own),
    }
  })
}

/** How many of one's own people told a passport that one may read. */
async function countReadable(ctx: Ctx, missionId: string, own: readonly { readonly id: string }[]): Promise<number> {
  const readable = await listReadableMembers(ctx, missionId)
  return own.filter(({ id }) => readable.has(id)).length
}

export default function Lists({
  loaderData: { counts, diets, destinations, today, readable },
  params: { missionId },
}: Route.ComponentProps) {
  const words = useCatalogue(departureTexts).lists
  const locale = useLocale()
  const fileOf = (list: string) => href('/missions/:missionId/depart/listes/:list', { missionId, list })
  return (
    <>
      <DepartureViews missionId={missionId} hasRegister hasLogistics />
      <Section title={words.title} note={words.note}>
        {counts.length === 0 ? (
          <p>{words.noDates}</p>
        ) : (
          <DataTable
            caption={words.caption}
            captionHidden
            rows={counts}
            rowKey={({ date }) => date}
            columns={[
              { key: 'day', header: words.day, render: ({ date }) => formatDate(date, locale, 'full') },
              { key: 'city', header: words.city, render: ({ city }) => city && <LocalizedText content={city} /> },
              { key: 'present', header: words.present, align: 'figure', render: ({ present }) => present },
              { key: 'sleeping', header: words.sleeping, align: 'figure', render: ({ sleeping }) => sleeping },
              ...diets.map(({ label }, index) => ({
                key: `diet-${index}`,
                header: label,
                align: 'figure' as const,
                render: (count: (typeof counts)[number]) => count.diets[index] ?? 0,
              })),
            ]}
          />
        )}
      </Section>
      {diets.length > 0 && (
        <Section title={words.diets} note={words.dietsNote} onPaper={false}>
          <KeyFacts facts={diets.map(({ label, people }) => ({ key: label, label, value: people.join(', ') }))} />
          <p>
            <a href={`${fileOf('couverts')}?noms=oui`}>{words.dietsFile}</a>
          </p>
        </Section>
      )}
      <Section title={words.files} note={words.filesNote} onPaper={false}>
        <ul>
          {(['passagers', 'chambres', 'couverts'] as const).map((list, index) => (
            <li key={list}>
              <a href={fileOf(list)}>{[words.passengers, words.rooming, words.catering][index]}</a>
            </li>
          ))}
        </ul>
        {destinations.map(({ country, adequacy }) => (
          <div key={country}>
            <h3>{words.consulate(countryName(country, locale))}</h3>
            <p>{words.consulateFields}</p>
            {needsGround(adequacy) && (
              <Notice tone="warning" title={(adequacy ? words.partialWarning : words.warning)(countryName(country, locale))}>
                <p>{words.warningBody}</p>
              </Notice>
            )}
            {adequacy && <p>{words.free(pick(adequacy.words, locale).text, adequacy.source)}</p>}
            <p>{words.asOf(formatDate(today, locale))}</p>
            <Actions>
              <ButtonLink to={`${fileOf('consulat')}?pays=${country}`} download>
                {words.consulate(countryName(country, locale))}
              </ButtonLink>
              {readable > 0 && (
                <ButtonLink kind="quiet" to={`${fileOf('consulat')}?pays=${country}&passeports=oui`} download>
                  {words.withPassports(readable)}
                </ButtonLink>
              )}
            </Actions>
            {readable > 0 && <p>{words.passportsNoted}</p>}
          </div>
        ))}
      </Section>
    </>
  )
}
