import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Guest, type RankPlace, guestSides } from '../domain/precedence.ts'
import { protocolTexts } from '../texts/protocol-texts.ts'
import type { PartForm } from './part-form.ts'

/** The guests as they were given: in order of precedence. */
export function GuestTable({
  guests,
  ranks,
  mayRemove,
}: {
  guests: readonly Guest[]
  ranks: readonly RankPlace[]
  mayRemove: (guest: Guest) => boolean
}) {
  const words = useCatalogue(protocolTexts)
  const rankOf = new Map(ranks.map((rank) => [rank.code, rank]))
  const rows = guests.map((guest, index) => ({ ...guest, place: index + 1, rank: rankOf.get(guest.rankCode) }))
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        {
          key: 'guest',
          header: words.guest,
          render: ({ name, title, invites, interpretsFor }) => {
            const principal = guests.find(({ id }) => id === interpretsFor)
            return (
              <>
                {[name, title].filter(Boolean).join(', ')} {invites && <Tag>{words.invites}</Tag>}
                {principal && <Tag>{words.interpreterOf(principal.name)}</Tag>}
              </>
            )
          },
        },
        { key: 'place', header: words.place, align: 'figure', render: ({ place }) => place },
        { key: 'side', header: words.side, render: ({ side }) => words.sides[side] },
        {
          key: 'rank',
          header: words.rank,
          render: ({ rank }) =>
            rank && (
              <>
                <LocalizedText content={rank.name} /> ({rank.decreeRank === null ? words.custom : words.decree(rank.decreeRank)})
              </>
            ),
        },
        {
          key: 'steps',
          header: words.remove,
          headerHidden: true,
          render: (guest) =>
            mayRemove(guest) && (
              <Form id={`guest-${guest.id}`} layout="row">
                <HiddenField name="intent" value="remove-guest" />
                <HiddenField name="guestId" value={guest.id} />
                <Button kind="quiet" aria-label={words.removeOf(guest.name)}>
                  {words.remove}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

export function GuestForm({
  ranks,
  guests,
  mayInvite,
  isOpen,
  ...form
}: PartForm & { ranks: readonly RankPlace[]; guests: readonly Guest[]; mayInvite: boolean }) {
  const words = useCatalogue(protocolTexts)
  const locale = useLocale()
  const optionsOf = (isCustom: boolean) =>
    ranks
      .filter(({ decreeRank }) => (decreeRank === null) === isCustom)
      .map(({ code, name }) => ({ value: code, label: pick(name, locale).text }))
  return (
    <details open={isOpen}>
      <summary>{words.add}</summary>
      <Form id="guest" {...form}>
        <HiddenField name="intent" value="guest" />
        <Select
          name="side"
          label={words.side}
          required
          defaultValue="visitor"
          placeholder={false}
          options={guestSides.map((side) => ({ value: side, label: words.sides[side] }))}
        />
        <TextField name="name" label={words.name} required maxLength={200} />
        <TextField name="title" label={words.capacity} width="long" maxLength={200} />
        <Select
          name="rankCode"
          label={words.chooseRank}
          required
          options={[
            { label: words.byDecree, options: optionsOf(false) },
            { label: words.byCustom, options: optionsOf(true) },
          ]}
        />
        <DateField name="sinceOn" label={words.since} hint={words.sinceHint} />
        <Select
          name="interpretsFor"
          label={words.interpretsFor}
          placeholder={words.interpretsForNobody}
          options={guests.filter(({ interpretsFor }) => interpretsFor === null).map(({ id, name }) => ({ value: id, label: name }))}
        />
        {mayInvite && <Checkbox name="invites" label={words.isInviting} hint={words.invitingHint} />}
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** Each rank with the text or the custom it comes from. */
export function RankSources({ ranks }: { ranks: readonly RankPlace[] }) {
  const words = useCatalogue(protocolTexts)
  return (
    <details>
      <summary>{words.sources}</summary>
      <DataTable
        caption={words.sourcesCaption}
        captionHidden
        rows={ranks}
        rowKey={({ code }) => code}
        columns={[
          { key: 'rank', header: words.rank, render: ({ name }) => <LocalizedText content={name} /> },
          { key: 'source', header: words.source, isLong: true, render: ({ source }) => <LocalizedText content={source} /> },
        ]}
      />
    </details>
  )
}
