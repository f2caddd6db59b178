import { type SyntheticEvent, useEffect, useState } from 'react'
import { instantOfMilliseconds } from '#platform/pure/instant.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { CodeReader } from '#ui/code-reader/code-reader.tsx'
import { type FieldValues, FormProvider } from '#ui/form-context.ts'
import { millisecondsAhead } from '#ui/kept-page/server-clock.ts'
import { useKeptPage } from '#ui/kept-page/use-kept-page.ts'
import { useLocale } from '#ui/locale.tsx'
import { typedText } from '#ui/outbox/typed-text.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useHydrated } from '#ui/use-hydrated.ts'
import { type Desk, shownSlot } from '../../domain/desk.ts'
import { deskWith } from '../../domain/desk-said.ts'
import { deskProblem, deskTexts } from '../../texts/desk-texts.ts'
import styles from './desk.module.css'
import { DeskProvider, namesOf } from './desk-view.ts'
import { FreeSlots, SpotTable } from './free-slots.tsx'
import { SayForm } from './say-form.tsx'
import { LateList, ShownSlot } from './shown-slot.tsx'
import { Standing } from './standing.tsx'
import { useDeskOutbox } from './use-desk-outbox.ts'
import { type AskedPair, WalkInForm } from './walk-in-form.tsx'

export type DeskBoardProps = {
  desk: Desk
  params: { readonly missionId: string; readonly eventId: string }
  mayOrganise: boolean
  requestKey: string
  /** Where what is done leaves for, and whose it is. */
  address: string
  owner: string
  /** What the address asks for. */
  chosenSlot: string | null
  asked: AskedPair
  arrivedId: string | null
  problem: string | undefined
  /** What the form that was refused held. */
  typedBack: FieldValues | null
}

const nothing = {}
const tickMilliseconds = 20_000

/** The desk of one day. All of it is on the page, so that it goes on without a network. */
export function DeskBoard(props: DeskBoardProps) {
  const { desk: told, mayOrganise, requestKey, asked, arrivedId, problem, typedBack } = props
  const texts = useCatalogue(deskTexts)
  const isHydrated = useHydrated()
  const outbox = useDeskOutbox(props.address, props.owner)
  const [chosenSlot, setChosenSlot] = useState(props.chosenSlot)
  const now = useServerClock(told.now)
  useKeptPage(told.now)
  const desk = deskWith(told, outbox.entries)
  const shown = shownSlot(desk, now, chosenSlot)
  const refused = problem && deskProblem(texts, problem)
  return (
    <DeskProvider
      value={{ desk, params: props.params, now, shown, mayOrganise, requestKey, typedBack, say: isHydrated ? outbox.say : null }}
    >
      <div className={styles.desk}>
        <Standing desk={desk} outbox={outbox} />
        {refused && <Notice tone="danger" title={texts.standing.refused(texts.standing.refusedTitle, refused)} />}
        {arrivedId && !refused && <Notice tone="success" title={texts.badge.arrived(namesOf(desk)(arrivedId))} />}
        <nav className={styles.parts} aria-label={texts.parts} data-print="no">
          <ul>
            {Object.entries(anchors).map(([part, anchor]) => (
              <li key={part}>
                <a href={anchor}>{texts.sections[part as keyof typeof anchors]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <SlotChoice desk={desk} shownId={shown?.id ?? ''} choose={isHydrated ? setChosenSlot : null} />
        <ShownSlot />
        <LateList />
        <Section title={texts.badge.title} id="badge" titlePlace="above">
          <CodeReader formId="scan" field="code" />
          <SayForm id="scan" said={{ kind: 'badge', day: desk.day }} label={texts.badge.note}>
            <TextField
              name="code"
              label={texts.badge.code}
              hint={texts.badge.hint}
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              required
            />
          </SayForm>
        </Section>
        {mayOrganise && <WalkInForm asked={asked} day={desk.day} meetingId={requestKey} />}
        <FreeSlots />
        <SpotTable />
      </div>
    </DeskProvider>
  )
}

const anchors = { shown: '#rendez-vous', late: '#attendus', walkIn: '#impromptu', free: '#libre', spots: '#tables' } as const

type SlotChoiceProps = { desk: Desk; shownId: string; choose: ((slotId: string) => void) | null }

function SlotChoice({ desk, shownId, choose }: SlotChoiceProps) {
  const texts = useCatalogue(deskTexts)
  const locale = useLocale()
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    if (!choose) return
    event.preventDefault()
    choose(typedText(new FormData(event.currentTarget), 'creneau'))
  }
  return (
    <form method="get" className={styles.row} onSubmit={onSubmit}>
      <FormProvider value={{ idPrefix: 'slot', values: nothing, errors: nothing }}>
        <input type="hidden" name="jour" value={desk.day} />
        <Select
          key={shownId}
          name="creneau"
          label={texts.slot.label}
          placeholder={false}
          defaultValue={shownId}
          options={desk.slots.map(({ id, from, to }) => ({
            value: id,
            label: texts.from(formatTime(from, locale), formatTime(to, locale)),
          }))}
        />
        <Button>{texts.slot.show}</Button>
      </FormProvider>
    </form>
  )
}

/** The server's clock as this page goes on with it: a telephone whose clock is wrong shows the right slot. */
function useServerClock(told: Desk['now']) {
  const [now, setNow] = useState(told)
  useEffect(() => {
    const ahead = millisecondsAhead(told)
    const tick = () => setNow(instantOfMilliseconds(Date.now() - ahead))
    tick()
    const timer = window.setInterval(tick, tickMilliseconds)
    return () => window.clearInterval(timer)
  }, [told])
  return now
}
