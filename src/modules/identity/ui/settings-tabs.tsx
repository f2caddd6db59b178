import { useCatalogue } from '#ui/catalogue.ts'
import { Tabs } from '#ui/tabs.tsx'
import { identityTexts } from '../texts.ts'

/** Every sub-page of the settings, whichever module owns it; keys, messages and handover are for administrators. */
export function SettingsTabs({ hasKeys }: { hasKeys: boolean }) {
  const { tabs } = useCatalogue(identityTexts).settings
  return (
    <Tabs
      label={tabs.label}
      tabs={[
        { to: '/reglages', label: tabs.organisation },
        { to: '/reglages/membres', label: tabs.members },
        { to: '/reglages/suppleances', label: tabs.deputies },
        { to: '/reglages/modeles', label: tabs.templates, end: false },
        { to: '/reglages/depart', label: tabs.departure, end: false },
        ...(hasKeys
          ? [
              { to: '/reglages/cles-api', label: tabs.keys },
              { to: '/reglages/messages', label: tabs.messages },
              { to: '/reglages/passation', label: tabs.handover },
              { to: '/reglages/effacements', label: tabs.erasing },
              { to: '/reglages/conservation', label: tabs.retention },
            ]
          : []),
        { to: '/reglages/historique', label: tabs.history },
      ]}
    />
  )
}
