import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import type { Letter } from '../domain/letter.ts'
import { registrationTexts } from '../texts.ts'

export type HeldLetter = Pick<Letter, 'id' | 'applicationId' | 'kind' | 'leavesAt'> & { readonly name: string }

/** Letters of the acting organisation that have not left: each decision can still be undone, or told at once. */
export function HeldLetters({ letters, zone }: { letters: readonly HeldLetter[]; zone: TimeZone }) {
  const texts = useCatalogue(registrationTexts)
  const { held } = texts
  return (
    <Section title={held.title} note={held.note} titlePlace="above" onPaper={false}>
      <DataTable
        caption={held.caption}
        captionHidden
        rows={letters}
        rowKey={({ id }) => id}
        columns={[
          { key: 'person', header: held.person, render: ({ name }) => name },
          { key: 'letter', header: held.letter, render: ({ kind }) => texts.letters[kind] },
          { key: 'leaves', header: held.leaves, render: ({ leavesAt }) => <ZonedTime instant={leavesAt} zone={zone} format="time" /> },
          {
            key: 'action',
            header: held.undo,
            headerHidden: true,
            isLong: true,
            render: ({ applicationId, name }) => (
              <Form id={`held-${applicationId}`} layout="row">
                <HiddenField name="applicationId" value={applicationId} />
                <Actions>
                  <Button kind="plain" name="intent" value="undo" aria-label={held.undoOf(name)}>
                    {held.undo}
                  </Button>
                  <Button kind="quiet" name="intent" value="now" aria-label={held.nowOf(name)}>
                    {held.now}
                  </Button>
                </Actions>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  )
}
