import { href } from 'react-router'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import type { VotePiece } from '../domain/before-vote.ts'
import { deliberationTexts } from '../texts/deliberation-texts.ts'

/** Before the vote: the draft deliberation to take away, or what it still lacks. */
export function BeforeVote({ agreementId, missing }: { agreementId: string; missing: readonly VotePiece[] }) {
  const words = useCatalogue(deliberationTexts)
  const fileOf = (format: string) => href('/accords/:agreementId/deliberation/:format', { agreementId, format })
  return (
    <Section title={words.section} note={words.note} onPaper={false}>
      {missing.length > 0 ? (
        <>
          <p>{words.missingLead}</p>
          <ul>
            {missing.map((piece) => (
              <li key={piece}>{words.missing[piece]}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{words.ready}</p>
          <Actions>
            <ButtonLink to={fileOf('pdf')} download>
              {words.pdf}
            </ButtonLink>
            <ButtonLink to={fileOf('docx')} download>
              {words.docx}
            </ButtonLink>
          </Actions>
        </>
      )}
    </Section>
  )
}
