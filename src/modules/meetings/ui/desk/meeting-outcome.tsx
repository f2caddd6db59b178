import { useCatalogue } from '#ui/catalogue.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { DeskMeeting, DeskParticipant } from '../../domain/desk.ts'
import { wordOf } from '../../domain/desk-outcome.ts'
import type { Said } from '../../domain/desk-said.ts'
import { type NextStep, type OutcomeState, meetingState, settledDraft } from '../../domain/outcome.ts'
import { outcomeTexts } from '../../texts/outcome-texts.ts'
import { OutcomeFields } from '../outcome/outcome-fields.tsx'
import styles from './desk.module.css'
import { useDesk } from './desk-view.ts'
import { SayForm, isTypedBack } from './say-form.tsx'

/** What became of a meeting that has begun, and where each side whose word is one's own says it. */
export function MeetingOutcome({ meeting }: { meeting: DeskMeeting }) {
  const texts = useCatalogue(outcomeTexts)
  const { desk, now } = useDesk()
  const slot = desk.slots.find(({ id }) => id === meeting.slotId)
  const sides = [meeting.oneId, meeting.otherId].flatMap((id) => desk.participants.find((participant) => participant.id === id) ?? [])
  const [one, other] = sides
  if (!slot || slot.startsAt > now || !one || !other) return null
  const stateOf = ({ id }: DeskParticipant) => wordOf(desk, meeting.id, id)?.state ?? null
  const state = meetingState(stateOf(one), stateOf(other))
  const sentence = state && texts.meetingStates[state]
  return (
    <>
      {sentence && <p className={styles.outcome}>{typeof sentence === 'string' ? sentence : sentence(one.name, other.name)}</p>}
      {sides.map((side) => side.isTold && <SideWord key={side.id} meeting={meeting} side={side} />)}
    </>
  )
}

function SideWord({ meeting, side }: { meeting: DeskMeeting; side: DeskParticipant }) {
  const texts = useCatalogue(outcomeTexts)
  const { desk, typedBack } = useDesk()
  const word = wordOf(desk, meeting.id, side.id)
  const version = word?.version ?? 0
  const said = { kind: 'outcome', meetingId: meeting.id, participantId: side.id, version: `${version}` } as const
  return (
    <details key={version} className={styles.more} open={isTypedBack(said, typedBack) || undefined}>
      <summary>{texts.desk.of(side.name, word && texts.states[word.state], word && texts.nextSteps[word.nextStep])}</summary>
      <SayForm
        id={`outcome-${meeting.id}-${side.id}`}
        said={said}
        label={texts.sides.save}
        spoken={texts.sides.saveOf(side.name)}
        read={readWord}
      >
        <OutcomeFields outcome={word} />
      </SayForm>
    </details>
  )
}

/** The word as the fields give it. Days come from the browser's own picker. */
function readWord(typed: Readonly<Record<string, string>>): Said {
  const { meetingId = '', participantId = '', version, state, nextStep, nextStepOn = '', nextStepWords = '' } = typed
  const day = parseLocalDate(nextStepOn)
  return {
    kind: 'outcome',
    meetingId,
    participantId,
    version: Number(version),
    ...settledDraft({
      state: state as OutcomeState,
      nextStep: nextStep as NextStep,
      nextStepOn: day.ok ? day.value : null,
      nextStepWords: nextStepWords.trim(),
    }),
  }
}
