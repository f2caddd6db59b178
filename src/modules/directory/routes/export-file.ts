import { data } from 'react-router'
import { found } from '#platform/actor.ts'
import { deliverBytes, writeListFile } from '#platform/tabular/write-list-file.ts'
import { read, visitorContext } from '#platform/web.ts'
import { type ListFormat, type FileKind, listFormats } from '../domain/card-columns.ts'
import { kindOfWord } from '../domain/search-result.ts'
import { vcardsOf } from '../domain/vcard.ts'
import { directoryTexts } from '../texts.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'
import { organisationTable, personTable } from '../ui/card-table.ts'
import { type ExportedCards, exportCards } from '../usecases/export-cards.ts'
import type { Route } from './+types/export-file.ts'

/** The list of the directory as a file: `?q=` and `?type=` are those of the page. A CSV holds one kind of cards: people, unless told otherwise. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const query = new URL(request.url).searchParams
  const text = query.get('q')?.trim().slice(0, 200) ?? ''
  const asked = kindOfWord(query.get('type'))
  return read(context, request, async (ctx) => {
    const format = found(listFormats.find((known) => known === params.format))
    const kind = asked === 'city' ? found(null) : (asked ?? (format === 'csv' ? 'person' : null))
    const cards = await exportCards(ctx, { text, kind }, format)
    if (!cards.ok) throw data(null, { status: 413 })
    const title = `${cardFileTexts[locale].fileTitle} ${text}`
    if (format !== 'vcf') return writeListFile(tablesOf(cards.value, kind, locale), title, format, ctx.now)
    const { honorifics } = directoryTexts[locale]
    const bytes = new TextEncoder().encode(vcardsOf(cards.value.people, cards.value.organisations, ctx.today, { honorifics, locale }))
    return deliverBytes(bytes, { title, extension: 'vcf' satisfies ListFormat, mediaType: 'text/vcard;charset=utf-8' })
  })
}

function tablesOf({ people, organisations }: ExportedCards, kind: FileKind | null, locale: 'fr' | 'en') {
  const [persons, others] = [personTable(people, locale), organisationTable(organisations, locale)]
  if (kind === null) return [persons, others] as const
  return kind === 'person' ? ([persons] as const) : ([others] as const)
}
