import { Link, href } from 'react-router'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import type { ActOfAgreement as Act } from '../domain/by-act.ts'
import { assemblyTexts } from '../texts/assembly-texts.ts'

/** The act by which the assembly approves the agreement before anybody signs it, or the way to one. */
export function ActOfAgreement({ agreementId, act, mayOpen }: { agreementId: string; act: Act | null; mayOpen: boolean }) {
  const words = useCatalogue(assemblyTexts)
  if (act === null && !mayOpen) return null
  const isOver = act?.outcome === 'rejected'
  return (
    <Section title={words.section} note={act === null || isOver ? words.note : words.proves}>
      {act && (
        <KeyFacts
          facts={[
            {
              key: 'act',
              label: words.act,
              value: <Link to={href('/actes/:actId', { actId: act.id })}>{words.actOf(act.reference)}</Link>,
            },
            { key: 'state', label: words.state, value: words.states[act.outcome ?? act.state] },
            { key: 'meeting', label: words.meeting, value: act.meetingOn && <DateText date={act.meetingOn} /> },
          ]}
        />
      )}
      {mayOpen && (act === null || isOver) && (
        <Actions>
          <ButtonLink to={`${href('/actes/nouveau')}?accord=${agreementId}`}>{words.prepare}</ButtonLink>
        </Actions>
      )}
    </Section>
  )
}
