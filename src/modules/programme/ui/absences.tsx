import { formatZoned } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Unavailability } from '../domain/availability.ts'
import type { Venue } from '../domain/place.ts'
import { programmeTexts } from '../texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'

type Named = { readonly id: string; readonly name: string }

type AbsencesProps = {
  absences: readonly (Unavailability & { readonly mayChange: boolean })[]
  venues: readonly Venue[]
  /** Everyone who travels, for the names; one's own, for the form. */
  everyone: readonly Named[]
  own: readonly Named[]
  firstDay: string | undefined
  mayAdd: boolean
  refusal: Refusal
  requestKey: string
}

/** When members are away and venues closed, and the form that says so. */
export function Absences({ absences, venues, everyone, own, firstDay, mayAdd, refusal, requestKey }: AbsencesProps) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const { places: words } = texts
  const places = venues.map(({ id, name }) => ({ value: id, label: pick(name, locale).text }))
  const nameOf = ({ memberId, venueId }: Unavailability) =>
    (memberId ? everyone.find(({ id }) => id === memberId)?.name : places.find(({ value }) => value === venueId)?.label) ??
    words.formerMember
  const choices = [
    ...(own.length > 0 ? [{ label: words.ownMembers, options: own.map(({ id, name }) => ({ value: id, label: name })) }] : []),
    ...(places.length > 0 ? [{ label: words.venues, options: places }] : []),
  ]
  return (
    <>
      <DataTable
        caption={words.absencesCaption}
        captionHidden
        rows={absences}
        rowKey={({ id }) => id}
        empty={<p>{words.noAbsence}</p>}
        columns={[
          { key: 'who', header: words.absent, isRowHeader: true, render: nameOf },
          { key: 'from', header: words.from, render: ({ startsAt, timeZone }) => <ZonedTime instant={startsAt} zone={timeZone} /> },
          { key: 'to', header: words.to, render: ({ endsAt, timeZone }) => <ZonedTime instant={endsAt} zone={timeZone} /> },
          {
            key: 'remove',
            header: words.actions,
            headerHidden: true,
            render: (absence) =>
              absence.mayChange && (
                <Form layout="row" id={`absence-${absence.id}`}>
                  <HiddenField name="intent" value="remove-absence" />
                  <HiddenField name="absenceId" value={absence.id} />
                  <Button
                    kind="quiet"
                    aria-label={words.removeOf(
                      `${nameOf(absence)}, ${formatZoned({ instant: absence.startsAt, zone: absence.timeZone }, locale)}`,
                    )}
                  >
                    {words.remove}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {mayAdd && choices.length > 0 && (
        <Form id="absence" requestKey={requestKey} {...refusalOf(refusal, 'absence', texts)}>
          <HiddenField name="intent" value="absence" />
          <Fieldset legend={words.addAbsence} hint={words.absenceHint}>
            <Select name="who" label={words.absent} required options={choices} />
            <Fieldset legend={words.absentFrom} inline>
              <DateField name="from" label={texts.item.date} required {...(firstDay && { defaultValue: firstDay })} />
              <TextField name="fromTime" label={words.absentFromTime} type="time" required width="short" defaultValue="00:00" />
            </Fieldset>
            <Fieldset legend={words.absentTo} inline>
              <DateField name="to" label={texts.item.date} required {...(firstDay && { defaultValue: firstDay })} />
              <TextField name="toTime" label={words.absentToTime} type="time" required width="short" defaultValue="23:59" />
            </Fieldset>
          </Fieldset>
          <Actions>
            <Button>{words.saveAbsence}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
