import { href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Tabs } from '#ui/tabs.tsx'
import { programmeTexts } from '../texts.ts'

/** The ways to look at the programme of a mission, each at its address. */
export function ProgrammeViews({ missionId }: { missionId: string }) {
  const { views } = useCatalogue(programmeTexts)
  const params = { missionId }
  return (
    <Tabs
      label={views.label}
      tabs={[
        { to: href('/missions/:missionId/programme', params), label: views.timetable, end: true },
        { to: href('/missions/:missionId/programme/liste', params), label: views.list },
        { to: href('/missions/:missionId/programme/carte', params), label: views.map },
        { to: href('/missions/:missionId/programme/lieux', params), label: views.places },
        { to: href('/missions/:missionId/programme/versions', params), label: views.releases, end: false },
      ]}
    />
  )
}
