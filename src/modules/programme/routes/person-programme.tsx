import { found } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { programmeFor } from '../domain/content.ts'
import { nowAndNext } from '../domain/timetable.ts'
import { listNotes } from '../sql/papers.ts'
import { programmeTexts } from '../texts.ts'
import { DerivedProgramme } from '../ui/derived-programme.tsx'
import { readRelease } from '../usecases/read-release.ts'
import type { Route } from './+types/person-programme.ts'

/** The programme of one person, as a release says it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, release, content, members } = await readRelease(ctx, params.missionId, params.number)
    const member = found(members.find(({ id }) => id === params.memberId))
    const { items } = programmeFor(content, [member.id])
    const coming = items.filter(({ state }) => state !== 'cancelled')
    return {
      name: `${member.givenName} ${member.familyName}`,
      missionTitle: mission.title,
      number: release.number,
      items,
      notes: member.organisationId === ctx.actor.organisationId ? await listNotes(ctx.tx, mission.id) : [],
      ...nowAndNext(coming, ctx.now),
    }
  })
}

export default function PersonProgramme({ loaderData: { name, ...programme }, params }: Route.ComponentProps) {
  const { derived } = useCatalogue(programmeTexts)
  return (
    <DerivedProgramme title={derived.personTitle(name)} missionId={params.missionId} query={`personne=${params.memberId}`} {...programme} />
  )
}
