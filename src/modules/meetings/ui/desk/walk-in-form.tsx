import { type SyntheticEvent, useState } from 'react'
import { formatTime } from '#platform/pure/local-time.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { FormProvider } from '#ui/form-context.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { typedText } from '#ui/outbox/typed-text.ts'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { proposeWalkIn } from '../../domain/walk-in.ts'
import { deskTexts } from '../../texts/desk-texts.ts'
import styles from './desk.module.css'
import { namesOf, useDesk } from './desk-view.ts'
import { SayForm } from './say-form.tsx'

export type AskedPair = { readonly one: string; readonly other: string }
type WalkInFormProps = {
  /** The two that a page without a script asks about, by its address. */
  asked: AskedPair
  day: string
  /** The identity of the meeting that may come of it. */
  meetingId: string
}

const nothing = {}

/** Two companies, a proposal, one tap. The proposal is computed here, with or without a network. */
export function WalkInForm({ asked, day, meetingId }: WalkInFormProps) {
  const { walkIn: words } = useCatalogue(deskTexts)
  const { desk, say } = useDesk()
  const [chosen, setChosen] = useState({ ...asked, meetingId })
  const companies = desk.participants.map(({ id, name }) => ({ value: id, label: name }))
  const choose = (event: SyntheticEvent<HTMLFormElement>) => {
    if (!say) return
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setChosen({ one: typedText(form, 'un'), other: typedText(form, 'autre'), meetingId: crypto.randomUUID() })
  }
  return (
    <Section title={words.title} id="impromptu" note={words.note} titlePlace="above">
      <form method="get" action="#impromptu" className={styles.form} onSubmit={choose}>
        <FormProvider value={{ idPrefix: 'walk-in', values: nothing, errors: nothing }}>
          <input type="hidden" name="jour" value={day} />
          <Select name="un" label={words.one} options={companies} defaultValue={asked.one} required />
          <Select name="autre" label={words.other} options={companies} defaultValue={asked.other} required />
          <div>
            <Button>{words.propose}</Button>
          </div>
        </FormProvider>
      </form>
      <div aria-live="polite">{chosen.one && chosen.other && <Proposal {...chosen} />}</div>
    </Section>
  )
}

function Proposal({ one, other, meetingId }: AskedPair & { meetingId: string }) {
  const { walkIn: words, between } = useCatalogue(deskTexts)
  const { desk, now } = useDesk()
  const locale = useLocale()
  const name = namesOf(desk)
  const held = desk.meetings.some(({ id }) => id === meetingId)
  const proposal = held ? null : proposeWalkIn(desk, one, other, now)
  if (!proposal) return null
  if ('why' in proposal) return <Notice tone="warning" title={words.why[proposal.why]} />
  const slot = desk.slots.find(({ id }) => id === proposal.slotId)
  if (!slot) return null
  return (
    <Notice tone="info" title={words.proposal(formatTime(slot.from, locale), formatTime(slot.to, locale), name(proposal.spotId))}>
      <p>{between(name(proposal.oneId), name(proposal.otherId))}</p>
      <p>{words.people(proposal.people.map(name).join(', '))}</p>
      <SayForm id="hold" said={{ kind: 'walk_in', meetingId, ...proposal }} label={words.hold} kind="main" />
    </Notice>
  )
}
