import { found } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { programmeFor } from '../domain/content.ts'
import { nowAndNext } from '../domain/timetable.ts'
import { programmeTexts } from '../texts.ts'
import { DerivedProgramme } from '../ui/derived-programme.tsx'
import { readRelease } from '../usecases/read-release.ts'
import type { Route } from './+types/delegation-programme.ts'

/** The programme of one sub-delegation, as a release says it: what is for one of its members at least. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, release, content, members } = await readRelease(ctx, params.missionId, params.number)
    const partner = found(mission.partners.find(({ organisationId }) => organisationId === params.organisationId))
    const own = members.filter(({ organisationId }) => organisationId === partner.organisationId).map(({ id }) => id)
    const { items } = programmeFor(content, own)
    return {
      name: partner.name,
      missionTitle: mission.title,
      number: release.number,
      items,
      ...nowAndNext(
        items.filter(({ state }) => state !== 'cancelled'),
        ctx.now,
      ),
    }
  })
}

export default function DelegationProgramme({ loaderData: { name, ...programme }, params }: Route.ComponentProps) {
  const { derived } = useCatalogue(programmeTexts)
  return (
    <DerivedProgramme
      title={derived.delegationTitle(name)}
      missionId={params.missionId}
      query={`delegation=${params.organisationId}`}
      {...programme}
    />
  )
}
