import { Link, href } from 'react-router'
import { listMeetingsOfTravellers } from '#modules/meetings/index.ts'
import { TravellersMeetings } from '#modules/meetings/ui/travellers-meetings.tsx'
import { nowAndNext, programmeFor, readRelease } from '#modules/programme/index.ts'
import { programmeTexts } from '#modules/programme/texts.ts'
import { DerivedProgramme } from '#modules/programme/ui/derived-programme.tsx'
import { PromiseTable } from '#modules/visits/ui/promises.tsx'
import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { roadMapOf } from '../road-map.ts'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/person-programme.ts'

/** The programme of one person, as a release says it; for one's own people, with all that prepares them. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const release = await readRelease(ctx, params.missionId, params.number)
    const member = found(release.members.find(({ id }) => id === params.memberId))
    const { items } = programmeFor(release.content, [member.id])
    return {
      name: `${member.givenName} ${member.familyName}`,
      missionTitle: release.mission.title,
      number: release.release.number,
      items,
      today: ctx.today,
      roadMap: await roadMapOf(ctx, release, member.id),
      meetings: await listMeetingsOfTravellers(ctx.tx, [member.id]),
      ...nowAndNext(
        items.filter(({ state }) => state !== 'cancelled'),
        ctx.now,
      ),
    }
  })
}

export default function PersonProgramme({ loaderData: { name, today, roadMap, meetings, ...programme }, params }: Route.ComponentProps) {
  const { derived } = useCatalogue(programmeTexts)
  const { roadMap: words } = useCatalogue(appTexts)
  const locale = useLocale()
  const { notes, promises, agreements } = roadMap
  return (
    <DerivedProgramme
      title={derived.personTitle(name)}
      missionId={params.missionId}
      query={`personne=${params.memberId}`}
      notes={notes}
      {...programme}
    >
      <TravellersMeetings meetings={meetings} />
      {promises.length > 0 && (
        <Section title={words.promises} note={words.promisesNote} titlePlace="above">
          <PromiseTable promises={promises} today={today} maySettle={false} />
        </Section>
      )}
      {agreements.length > 0 && (
        <Section title={words.agreements}>
          <ul>
            {agreements.map(({ id, title }) => (
              <li key={id}>
                <Link to={href('/accords/:agreementId', { agreementId: id })}>{pick(title, locale).text}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DerivedProgramme>
  )
}
