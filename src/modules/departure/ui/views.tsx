import { href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Tabs } from '#ui/tabs.tsx'
import { departureTexts } from '../texts.ts'

/** The ways to look at a departure, each at its address; the register only for those who may read it. */
export function DepartureViews({ missionId, hasRegister }: { missionId: string; hasRegister: boolean }) {
  const { views } = useCatalogue(departureTexts)
  const params = { missionId }
  return (
    <Tabs
      label={views.label}
      tabs={[
        { to: href('/missions/:missionId/depart', params), label: views.readiness, end: true },
        ...(hasRegister ? [{ to: href('/missions/:missionId/depart/ordres', params), label: views.orders }] : []),
      ]}
    />
  )
}
