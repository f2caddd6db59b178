import { Link, href } from 'react-router'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Slot } from '../domain/slot.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import type { PartForm } from './part-form.ts'

/** What the hosts would like to show, and which partner takes it. */
export function SlotTable({
  missionId,
  slots,
  mayArrange,
  mayTakePart,
}: {
  missionId: string
  slots: readonly Slot[]
  mayArrange: boolean
  mayTakePart: boolean
}) {
  const { slots: words } = useCatalogue(receptionTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={slots}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        {
          key: 'what',
          header: words.what,
          isLong: true,
          render: ({ title, wish }) => (
            <>
              <LocalizedText content={title} />
              {pick(wish, locale).text && (
                <>
                  {' – '}
                  <LocalizedText content={wish} />
                </>
              )}
            </>
          ),
        },
        {
          key: 'when',
          header: words.when,
          render: ({ day, startTime, endTime }) => (
            <>
              <DateText date={day} format="short" /> {formatTime(startTime, locale)} – {formatTime(endTime, locale)}
            </>
          ),
        },
        {
          key: 'who',
          header: words.who,
          render: ({ claimedByName, suggestedFor }) =>
            claimedByName ?? (
              <>
                <Tag tone="warning">{words.free}</Tag> {suggestedFor && words.thoughtOf(suggestedFor)}
              </>
            ),
        },
        {
          key: 'steps',
          header: words.claim,
          headerHidden: true,
          render: (slot) =>
            slot.itemId ? (
              <Link to={href('/missions/:missionId/programme/:itemId', { missionId, itemId: slot.itemId })}>{words.see}</Link>
            ) : (
              !slot.claimedBy && (
                <Form id={`slot-${slot.id}`} layout="row">
                  <HiddenField name="slotId" value={slot.id} />
                  {mayTakePart && (
                    <Button name="intent" value="claim" aria-label={words.claimOf(pick(slot.title, locale).text)}>
                      {words.claim}
                    </Button>
                  )}
                  {mayArrange && (
                    <Button kind="quiet" name="intent" value="withdraw" aria-label={words.withdrawOf(pick(slot.title, locale).text)}>
                      {words.withdraw}
                    </Button>
                  )}
                </Form>
              )
            ),
        },
      ]}
    />
  )
}

type LegChoice = { readonly id: string; readonly cityName: Localized; readonly startsOn: LocalDate }

export function SlotForm({ legs, partners, isOpen, ...form }: PartForm & { legs: readonly LegChoice[]; partners: readonly string[] }) {
  const { slots: words } = useCatalogue(receptionTexts)
  const locale = useLocale()
  return (
    <details open={isOpen}>
      <summary>{words.add}</summary>
      <Form id="slot" {...form}>
        <HiddenField name="intent" value="slot" />
        <Select
          name="legId"
          label={words.leg}
          required
          placeholder={false}
          options={legs.map(({ id, cityName }) => ({ value: id, label: pick(cityName, locale).text }))}
        />
        <TextField name="titleFr" label={words.titleFr} required width="long" maxLength={200} lang="fr" />
        <TextField name="titleEn" label={words.titleEn} width="long" maxLength={200} lang="en" />
        <TextArea name="wishFr" label={words.wishFr} rows={3} maxLength={2000} />
        <DateField name="day" label={words.day} required defaultValue={legs[0]?.startsOn} />
        <TextField name="startTime" type="time" label={words.start} required width="short" />
        <TextField name="endTime" type="time" label={words.end} required width="short" />
        <TextField name="suggestedFor" label={words.suggestedFor} maxLength={200} suggestions={partners} />
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
    </details>
  )
}
