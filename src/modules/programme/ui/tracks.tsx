import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Track } from '../domain/place.ts'
import { problemText, programmeTexts } from '../texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'

type TracksProps = { tracks: readonly Track[]; mayAdd: boolean; refusal: Refusal; requestKey: string }

/** The columns of a day when several things run side by side. */
export function Tracks({ tracks, mayAdd, refusal, requestKey }: TracksProps) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const { places: words } = texts
  return (
    <>
      {refusal?.values.intent === 'removeTrack' && <Notice tone="danger" title={problemText(texts, refusal.problems[''] ?? 'unknown')} />}
      <DataTable
        caption={words.tracksCaption}
        captionHidden
        rows={tracks}
        rowKey={(track) => track.id}
        empty={<p>{words.noTracks}</p>}
        columns={[
          { key: 'name', header: words.name, isRowHeader: true, render: ({ name }) => <LocalizedText content={name} /> },
          {
            key: 'actions',
            header: words.actions,
            headerHidden: true,
            render: ({ id, name }) =>
              mayAdd && (
                <Form id={`remove-${id}`} requestKey={requestKey} layout="row">
                  <HiddenField name="intent" value="removeTrack" />
                  <HiddenField name="trackId" value={id} />
                  <Button kind="quiet" aria-label={words.removeOf(pick(name, locale).text)}>
                    {words.remove}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {mayAdd && (
        <Form id="track" requestKey={requestKey} {...refusalOf(refusal, 'track', texts)}>
          <HiddenField name="intent" value="track" />
          <TextField name="nameFr" label={words.addTrack} required maxLength={100} />
          <TextField name="nameEn" label={words.nameEn} maxLength={100} lang="en" />
          <Actions>
            <Button>{words.saveTrack}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
