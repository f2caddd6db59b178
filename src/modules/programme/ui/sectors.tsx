import { type Localized, pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { programmeTexts } from '../texts.ts'

type SectorsProps = {
  themes: readonly { readonly id: string; readonly label: Localized }[]
  members: readonly { readonly id: string; readonly name: string; readonly themeIds: readonly string[] }[]
  mayChoose: boolean
  requestKey: string
}

/** Which of one's own members follow each sector: one form a sector, so that a colleague may do the next. */
export function Sectors({ themes, members, mayChoose, requestKey }: SectorsProps) {
  const { places: words } = useCatalogue(programmeTexts)
  const locale = useLocale()
  if (themes.length === 0) return <p>{words.noThemes}</p>
  if (members.length === 0) return <p>{words.noMembers}</p>
  return themes.map((theme) => {
    const label = pick(theme.label, locale).text
    const followers = members.filter(({ themeIds }) => themeIds.includes(theme.id))
    return (
      <details key={theme.id}>
        <summary>
          {label} ({followers.length})
        </summary>
        {mayChoose ? (
          <Form id={`sector-${theme.id}`} requestKey={requestKey}>
            <HiddenField name="intent" value="sector" />
            <HiddenField name="themeId" value={theme.id} />
            <CheckboxGroup
              name="memberIds"
              label={label}
              defaultValues={followers.map(({ id }) => id)}
              choices={members.map(({ id, name }) => ({ value: id, label: name }))}
              inline
            />
            <Actions>
              <Button>{words.saveSector}</Button>
            </Actions>
          </Form>
        ) : (
          <p>{followers.map(({ name }) => name).join(', ')}</p>
        )}
      </details>
    )
  })
}
