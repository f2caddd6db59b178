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
import type { TitleEquivalence } from '../domain/title.ts'
import { protocolTexts } from '../texts/protocol-texts.ts'
import { titleTexts } from '../texts/title-texts.ts'
import type { PartForm } from './part-form.ts'
import { RankSelect } from './rank-select.tsx'
import { TitleOfGuest } from './titles.tsx'

/** An equivalence one may list a guest with. */
export type KnownTitle = TitleEquivalence & { readonly countryName: string }

/** The guests as they were given: in order of precedence. */
export function GuestTable({
  guests,
  ranks,
  titles,
  mayRemove,
}: {
  guests: readonly Guest[]
  ranks: readonly RankPlace[]
  titles: readonly TitleEquivalence[]
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
          render: ({ name, title, invites, interpretsFor, equivalenceId }) => {
            const known = titles.find(({ id }) => id === equivalenceId)
            const principal = guests.find(({ id }) => id === interpretsFor)
            return (
              <>
                {[name, title].filter(Boolean).join(', ')} {invites && <Tag>{words.invites}</Tag>}
                {principal && <Tag>{words.interpreterOf(principal.name)}</Tag>}
                {known && <TitleOfGuest title={known} />}
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
  titles,
  mayInvite,
  isOpen,
  ...form
}: PartForm & { ranks: readonly RankPlace[]; guests: readonly Guest[]; titles: readonly KnownTitle[]; mayInvite: boolean }) {
  const words = useCatalogue(protocolTexts)
  const { guest: titleWords } = useCatalogue(titleTexts)
  const locale = useLocale()
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
        {titles.length > 0 && (
          <Select
            name="equivalenceId"
            label={titleWords.label}
            hint={titleWords.hint}
            placeholder={titleWords.none}
            options={titles.map(({ id, title, countryName, equivalent }) => ({
              value: id,
              label: titleWords.option(title, countryName, pick(equivalent, locale).text),
            }))}
          />
        )}
        <RankSelect
          label={words.chooseRank}
          hint={titles.length > 0 ? words.rankHint : undefined}
          ranks={ranks}
          required={titles.length === 0}
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
