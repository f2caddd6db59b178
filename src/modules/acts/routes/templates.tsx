import { href } from 'react-router'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { mayEditTemplates } from '../domain/rights.ts'
import { actTexts } from '../texts.ts'
import { documentSlug, sectionName } from '../ui/template-address.ts'
import { listParts, type PartLine } from '../usecases/list-parts.ts'
import type { Route } from './+types/templates.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({ parts: await listParts(ctx), mayEdit: mayEditTemplates(ctx.actor) }))
}

export default function Templates({ loaderData: { parts, mayEdit } }: Route.ComponentProps) {
  const texts = useCatalogue(actTexts)
  const words = texts.templateList
  const partsOf = (document: PartLine['document']) => parts.filter((part) => part.document === document)
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/actes'), label: texts.title }]}>
      <Section title={words.report} titlePlace="above">
        <PartTable caption={words.reportCaption} parts={partsOf('report')} mayEdit={mayEdit} />
      </Section>
      <Section title={words.deliberation} titlePlace="above">
        <PartTable caption={words.deliberationCaption} parts={partsOf('deliberation')} mayEdit={mayEdit} />
      </Section>
    </Page>
  )
}

function PartTable({ caption, parts, mayEdit }: { caption: string; parts: readonly PartLine[]; mayEdit: boolean }) {
  const texts = useCatalogue(actTexts)
  const words = texts.templateList
  const locale = useLocale()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={parts}
      rowKey={({ section }) => section}
      rowLink={({ document, section }) =>
        mayEdit ? href('/reglages/modeles/:document/:section', { document: documentSlug(document), section }) : undefined
      }
      columns={[
        { key: 'section', header: words.section, render: (part) => sectionName(texts, part) },
        {
          key: 'text',
          header: words.text,
          isLong: true,
          render: ({ text }) => <span lang={locale}>{beginning(text.body[locale] ?? '')}</span>,
        },
        {
          key: 'state',
          header: words.state,
          render: ({ isEdited }) => (isEdited ? <Tag tone="info">{words.theirs}</Tag> : words.ours),
        },
      ]}
    />
  )
}

/** Enough to recognise a text by. */
function beginning(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 90)}…` : line
}
