import { href } from 'react-router'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { actTexts } from '../texts.ts'
import type { ShownDocument } from '../usecases/show-document.ts'
import { ActSheet } from './act-sheet.tsx'

const files = {
  report: { pdf: '/actes/:actId/rapport.pdf', docx: '/actes/:actId/rapport.docx' },
  deliberation: { pdf: '/actes/:actId/deliberation.pdf', docx: '/actes/:actId/deliberation.docx' },
} as const

/** A document of an act on its sheet, and its files. */
export function DocumentPage({ actId, kind, document, digest, missionTitles, mayEditTexts }: ShownDocument) {
  const texts = useCatalogue(actTexts).preview
  return (
    <Section
      title={texts[kind]}
      titlePlace="above"
      note={digest === null ? texts.draftNote : texts.frozenNote(digest.slice(0, 16))}
      action={
        <Actions>
          <ButtonLink kind="main" icon="download" download to={href(files[kind].pdf, { actId })}>
            {texts.pdf}
          </ButtonLink>
          <ButtonLink icon="download" download to={href(files[kind].docx, { actId })}>
            {texts.docx}
          </ButtonLink>
          {digest === null && mayEditTexts && (
            <ButtonLink kind="quiet" to={href('/reglages/modeles')}>
              {texts.templates}
            </ButtonLink>
          )}
        </Actions>
      }
    >
      <ActSheet document={document} links={{ actId, missionTitles }} />
    </Section>
  )
}
