import { href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Tabs } from '#ui/tabs.tsx'
import { departureTexts } from '../texts.ts'

export type DepartureViewsProps = {
  missionId: string
  /** The register of travel orders, for those who may read it. */
  hasRegister: boolean
  /** Who travels how and sleeps where, for those who prepare it. */
  hasLogistics: boolean
}

/** The ways to look at a departure, each at its address. */
export function DepartureViews({ missionId, hasRegister, hasLogistics }: DepartureViewsProps) {
  const { views } = useCatalogue(departureTexts)
  const params = { missionId }
  return (
    <Tabs
      label={views.label}
      tabs={[
        { to: href('/missions/:missionId/depart', params), label: views.readiness, end: true },
        ...(hasRegister ? [{ to: href('/missions/:missionId/depart/ordres', params), label: views.orders }] : []),
        ...(hasLogistics
          ? [
              { to: href('/missions/:missionId/depart/trajets', params), label: views.journeys, end: false },
              { to: href('/missions/:missionId/depart/chambres', params), label: views.rooms },
              { to: href('/missions/:missionId/depart/listes', params), label: views.lists },
              { to: href('/missions/:missionId/depart/pointage', params), label: views.attendance, end: false },
            ]
          : []),
      ]}
    />
  )
}
