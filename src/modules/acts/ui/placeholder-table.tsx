import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { INLINE_PLACEHOLDERS, PLACEHOLDER_MEANINGS, SLOTS } from '../domain/placeholders.ts'
import { actTexts } from '../texts.ts'

/** The fixed list of what a template may call. */
export function PlaceholderTable() {
  const words = useCatalogue(actTexts).template
  const locale = useLocale()
  const rows = [...INLINE_PLACEHOLDERS.map((name) => ({ name, use: words.inline })), ...SLOTS.map((name) => ({ name, use: words.slot }))]
  return (
    <DataTable
      caption={words.placeholdersCaption}
      captionHidden
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', header: words.placeholder, render: ({ name }) => <code>{`{{${name}}}`}</code> },
        { key: 'meaning', header: words.meaning, render: ({ name }) => PLACEHOLDER_MEANINGS[name][locale] },
        { key: 'use', header: words.use, render: ({ use }) => use },
      ]}
    />
  )
}
