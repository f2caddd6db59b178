import type { Role } from '#platform/actor.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { identityTexts } from '../texts.ts'

/** Roles to tick, each with what it permits. */
export function RolesField({ choices, chosen }: { choices: readonly Role[]; chosen?: readonly Role[] }) {
  const texts = useCatalogue(identityTexts)
  return (
    <CheckboxGroup
      name="roles"
      label={texts.members.roles}
      defaultValues={chosen}
      required
      choices={choices.map((role) => ({ value: role, label: texts.roles[role], note: texts.members.roleNotes[role] }))}
    />
  )
}
