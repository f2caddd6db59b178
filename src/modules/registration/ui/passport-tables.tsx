import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import type { Reading, ToldPassport } from '../domain/passport.ts'
import { passportTexts } from '../texts/passport-texts.ts'

const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) => `${givenName} ${familyName}`

/** Who has told theirs: nothing of it, and a way to read it for the two who may. */
export function ToldPassports({ people, zone }: { people: readonly ToldPassport[]; zone: TimeZone }) {
  const { people: words } = useCatalogue(passportTexts)
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={people}
      rowKey={({ applicationId }) => applicationId}
      columns={[
        { key: 'name', header: words.name, isRowHeader: true, render: nameOf },
        {
          key: 'told',
          header: words.told,
          render: ({ writtenAt }) => (writtenAt ? <ZonedTime instant={writtenAt} zone={zone} /> : words.notYet),
        },
        ...(people.some(({ mayRead, writtenAt }) => mayRead && writtenAt !== null)
          ? [
              {
                key: 'read',
                header: words.read,
                headerHidden: true,
                render: (person: ToldPassport) =>
                  person.mayRead &&
                  person.writtenAt !== null && (
                    <Form id={`read-${person.applicationId}`} layout="row">
                      <HiddenField name="intent" value="read" />
                      <HiddenField name="applicationId" value={person.applicationId} />
                      <Button kind="plain" aria-label={words.readOf(nameOf(person))}>
                        {words.read}
                      </Button>
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Each reading of a passport of one's own people. */
export function PassportReadings({
  readings,
  zone,
}: {
  readings: readonly (Reading & { readonly id: string; readonly givenName: string; readonly familyName: string })[]
  zone: TimeZone
}) {
  const { readings: words, purposes } = useCatalogue(passportTexts)
  if (readings.length === 0) return <p>{words.none}</p>
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={readings}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', header: words.when, render: ({ readAt }) => <ZonedTime instant={readAt} zone={zone} /> },
        { key: 'whose', header: words.whose, render: nameOf },
        { key: 'by', header: words.by, render: ({ name, organisation }) => `${name} (${organisation})` },
        { key: 'how', header: words.how, render: ({ purpose }) => purposes[purpose] },
      ]}
    />
  )
}
