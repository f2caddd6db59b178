import { type Localized, pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import type { FieldErrors } from '#ui/form-context.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import { actTexts } from '../texts.ts'

type MissionsOrderProps = {
  missions: readonly { id: string; title: Localized | null }[]
  candidates: readonly { id: string; title: Localized }[]
  requestKey: string
  errors: FieldErrors | undefined
}

/** The missions of an act, to reorder by one press of a button at a time; the form carries the order it was shown. */
export function MissionsOrder({ missions, candidates, requestKey, errors }: MissionsOrderProps) {
  const words = useCatalogue(actTexts).head
  const locale = useLocale()
  const nameOf = (title: Localized | null) => (title === null ? words.lostMission : pick(title, locale).text)
  const rows = missions.map((mission, index) => ({ ...mission, rank: index + 1, name: nameOf(mission.title) }))
  return (
    <Form id="missions-order" requestKey={requestKey} errors={errors}>
      <HiddenField name="intent" value="missions" />
      {missions.map(({ id }) => (
        <HiddenField key={id} name="missionIds" value={id} />
      ))}
      <DataTable
        caption={words.missionsCaption}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'order', header: words.order, align: 'figure', render: ({ rank }) => rank },
          { key: 'mission', header: words.mission, isRowHeader: true, render: ({ name }) => name },
          {
            key: 'move',
            header: words.move,
            headerHidden: true,
            render: ({ id, rank, name }) => (
              <Actions>
                {rank > 1 && (
                  <Button kind="quiet" name="move" value={`up:${id}`} aria-label={words.upOf(name)}>
                    {words.up}
                  </Button>
                )}
                {rank < rows.length && (
                  <Button kind="quiet" name="move" value={`down:${id}`} aria-label={words.downOf(name)}>
                    {words.down}
                  </Button>
                )}
                {rows.length > 1 && (
                  <Button kind="quiet" name="move" value={`remove:${id}`} aria-label={words.removeOf(name)}>
                    {words.remove}
                  </Button>
                )}
              </Actions>
            ),
          },
        ]}
      />
      {candidates.length > 0 && (
        <>
          <Select
            name="added"
            label={words.add}
            width="long"
            options={candidates.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
          />
          <Actions>
            <Button type="submit" name="move" value="add">
              {words.addSubmit}
            </Button>
          </Actions>
        </>
      )}
    </Form>
  )
}
