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
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { needsGround } from '../domain/adequacy.ts'
import { headCounts } from '../domain/headcount.ts'
import { listAdequacies, listLodgings } from '../sql/rooms.ts'
import { loadHomeCountry } from '../sql/rules.ts'
import { departureTexts } from '../texts.ts'
import { countryName } from '../ui/country-name.ts'
import { DepartureViews } from '../ui/views.tsx'
import { openLogistics } from '../usecases/read-logistics.ts'
import type { Route } from './+types/lists.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, own } = await openLogistics(ctx, params.missionId)
    const stays = (await listLodgings(ctx.tx, mission.id)).flatMap(({ rooms }) => rooms.flatMap((room) => room.stays))
    const { startsOn, endsOn } = mission
    const home = await loadHomeCountry(ctx.tx)
    const countries = [...new Set(mission.legs.map(({ country }) => country))].filter((country) => country !== home)
    const adequacies = await listAdequacies(ctx.tx, countries, ctx.today)
    return {
      counts:
        startsOn && endsOn
          ? headCounts(
              { startsOn, endsOn },
              own.map(({ id }) => id),
              stays,
            )
          : [],
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

export default function Lists({ loaderData: { counts, destinations, today, readable }, params: { missionId } }: Route.ComponentProps) {
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
            narrow="keep"
            columns={[
              { key: 'day', header: words.day, render: ({ date }) => formatDate(date, locale, 'full') },
              { key: 'present', header: words.present, align: 'figure', render: ({ present }) => present },
              { key: 'sleeping', header: words.sleeping, align: 'figure', render: ({ sleeping }) => sleeping },
            ]}
          />
        )}
      </Section>
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
