import { href } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { QUALIFIERS } from '#platform/pure/qualified.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateRange, QualifiedFigure } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type CountedMission, type StatedCount, type YearLine, measures } from '../domain/year.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import type { PartForm } from './part-form.ts'

/** What is counted, each figure opening its list, beside what documents say. */
export function YearTable({ lines }: { lines: readonly YearLine[] }) {
  const texts = useCatalogue(receptionTexts)
  const words = texts.year
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={lines}
      rowKey={({ measure }) => measure}
      narrow="keep"
      columns={[
        { key: 'measure', header: words.measure, render: ({ measure }) => texts.measures[measure] },
        {
          key: 'counted',
          header: words.counted,
          align: 'figure',
          render: ({ measure, counted }) =>
            counted.length === 0 ? (
              0
            ) : (
              <a href={`#${measure}`} aria-label={`${texts.measures[measure]}, ${counted.length}: ${words.seeList}`}>
                {counted.length}
              </a>
            ),
        },
        {
          key: 'stated',
          header: words.stated,
          align: 'figure',
          render: ({ counted, stated }) =>
            stated.map((each) => (
              <p key={each.id}>
                <QualifiedFigure figure={each} format="compact" />{' '}
                {each.value !== counted.length && <Tag tone="warning">{words.differs}</Tag>}
              </p>
            )),
        },
      ]}
    />
  )
}

export function CountedList({ caption, missions }: { caption: string; missions: readonly CountedMission[] }) {
  const { year: words } = useCatalogue(receptionTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={missions}
      rowKey={({ id }) => id}
      rowLink={({ id }) => href('/missions/:missionId', { missionId: id })}
      columns={[
        { key: 'mission', header: words.mission, render: ({ title }) => pick(title, locale).text },
        { key: 'dates', header: words.dates, render: ({ startsOn, endsOn }) => <DateRange from={startsOn} to={endsOn} /> },
        { key: 'visitor', header: words.visitor, render: ({ visitor }) => visitor },
      ]}
    />
  )
}

/** What documents state, each with its source. */
export function StatedTable({ caption, counts, mayRemove }: { caption: string; counts: readonly StatedCount[]; mayRemove: boolean }) {
  const texts = useCatalogue(receptionTexts)
  const words = texts.year
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={counts}
      rowKey={({ id }) => id}
      columns={[
        { key: 'source', header: words.source, isLong: true, render: ({ source }) => source },
        { key: 'about', header: words.about, render: ({ about }) => about },
        { key: 'measure', header: words.measure, render: ({ measure }) => texts.measures[measure] },
        { key: 'value', header: words.value, align: 'figure', render: (count) => <QualifiedFigure figure={count} format="compact" /> },
        {
          key: 'remove',
          header: words.remove,
          headerHidden: true,
          render: ({ id, source, measure }) =>
            mayRemove && (
              <Form id={`stated-${id}`} layout="row">
                <HiddenField name="intent" value="remove" />
                <HiddenField name="statedId" value={id} />
                <Button kind="quiet" aria-label={words.removeOf(`${source}, ${texts.measures[measure]}`)}>
                  {words.remove}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

export function StatedForm({ year, requestKey, values, errors }: PartForm & { year: number }) {
  const texts = useCatalogue(receptionTexts)
  const words = texts.year
  return (
    <Form id="stated" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="note" />
      <NumberField name="year" label={words.yearField} required defaultValue={year} maxLength={4} />
      <Select
        name="measure"
        label={words.measure}
        required
        placeholder={false}
        options={measures.map((value) => ({ value, label: texts.measures[value] }))}
      />
      <NumberField name="value" label={words.value} required maxLength={6} />
      <Select
        name="qualifier"
        label={texts.gifts.qualifier}
        placeholder={false}
        options={QUALIFIERS.map((value) => ({ value, label: texts.gifts.qualifiers[value] }))}
      />
      <TextField name="source" label={words.source} required width="long" maxLength={500} />
      <TextField name="about" label={words.about} hint={words.aboutHint} width="long" maxLength={200} />
      <Actions>
        <Button>{words.save}</Button>
      </Actions>
    </Form>
  )
}
