import { href } from 'react-router'
import { formatInteger } from '#platform/pure/integers.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { type ListFormat, type FileKind, fileKinds, mostExported } from '../domain/card-columns.ts'
import { kindWords } from '../domain/search-result.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'

type ExportLinksProps = { text: string; kind: FileKind | null; count: number }

/** The list on the page, as a file: people and organisations together where the format can, each apart in CSV. */
export function ExportLinks({ text, kind, count }: ExportLinksProps) {
  const { exports: words } = useCatalogue(cardFileTexts)
  const locale = useLocale()
  if (count > mostExported) return <p>{words.tooMany(formatInteger(mostExported, locale))}</p>
  const addressOf = (format: ListFormat, only: FileKind | null) =>
    `${href('/annuaire/export/:format', { format })}?${new URLSearchParams({ ...(text && { q: text }), ...(only && { type: kindWords[only] }) })}`
  const sheets = kind ? [kind] : fileKinds
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <Actions>
        {sheets.map((one) => (
          <ButtonLink key={one} to={addressOf('csv', one)} icon="download" download>
            {kind ? words.formats.csv : words.formatOf(one)}
          </ButtonLink>
        ))}
        <ButtonLink to={addressOf('xlsx', kind)} icon="download" download>
          {words.formats.xlsx}
        </ButtonLink>
        <ButtonLink to={addressOf('vcf', kind)} icon="download" download>
          {words.formats.vcf}
        </ButtonLink>
      </Actions>
    </Section>
  )
}
