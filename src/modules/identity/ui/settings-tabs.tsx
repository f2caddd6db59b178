import { useCatalogue } from '#ui/catalogue.ts'
import { Tabs } from '#ui/tabs.tsx'
import { identityTexts } from '../texts.ts'

/** The sub-pages of the settings that this module owns; keys are for administrators. */
export function SettingsTabs({ hasKeys }: { hasKeys: boolean }) {
  const { tabs } = useCatalogue(identityTexts).settings
  return (
    <Tabs
      label={tabs.label}
      tabs={[
        { to: '/reglages', label: tabs.organisation },
        { to: '/reglages/membres', label: tabs.members },
        ...(hasKeys ? [{ to: '/reglages/cles-api', label: tabs.keys }] : []),
      ]}
    />
  )
}
