import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { QueueState } from '#ui/outbox/queue-state.tsx'
import type { Desk } from '../../domain/desk.ts'
import { wordOf } from '../../domain/desk-outcome.ts'
import type { KeptSaid } from '../../domain/desk-said.ts'
import { type DeskTexts, deskProblem, deskTexts } from '../../texts/desk-texts.ts'
import styles from './desk.module.css'
import { namesOf } from './desk-view.ts'
import { ToldMeanwhile } from './told-meanwhile.tsx'
import type { DeskOutbox } from './use-desk-outbox.ts'

/** Whether there is a network, what waits for it, what was refused meanwhile and why, and who was noted last. */
export function Standing({ desk, outbox }: { desk: Desk; outbox: DeskOutbox }) {
  const texts = useCatalogue(deskTexts)
  const { standing: words, badge } = texts
  const { entries } = outbox
  const refused = entries.filter(({ state }) => state === 'refused')
  const last = entries.findLast(({ state, personId }) => state === 'sent' && personId)
  const name = namesOf(desk)
  return (
    <div className={styles.standing} aria-live="polite">
      <QueueState {...outbox} toldAt={{ instant: desk.now, zone: desk.zone }} />
      {last?.personId && <Notice tone="success" title={badge.arrived(name(last.personId))} />}
      {refused.length > 0 && (
        <Notice tone="danger" title={words.refusedTitle}>
          <ul className={styles.list}>
            {refused.map((entry) => (
              <li key={entry.key}>
                <Refused desk={desk} entry={entry} outbox={outbox} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

/** Why something was refused; of two words about a meeting, both. */
function Refused({ desk, entry, outbox }: { desk: Desk; entry: KeptSaid; outbox: DeskOutbox }) {
  const texts = useCatalogue(deskTexts)
  const { key, said, code = 'unknown' } = entry
  const putAway = () => outbox.putAway(key)
  const theirs = code === 'told_meanwhile' && said.kind === 'outcome' ? wordOf(desk, said.meetingId, said.participantId) : null
  if (theirs && said.kind === 'outcome')
    return (
      <ToldMeanwhile
        pair={toldOf(texts, desk, entry)}
        mine={said}
        theirs={theirs}
        keepTheirs={putAway}
        keepMine={() => outbox.sayInstead(key, { ...said, version: theirs.version })}
      />
    )
  return (
    <div className={styles.refused}>
      <span>{texts.standing.refused(toldOf(texts, desk, entry), deskProblem(texts, code))}</span>
      <Button type="button" kind="quiet" onClick={putAway}>
        {texts.standing.putAway}
      </Button>
    </div>
  )
}

/** What was done, in words: the device keeps ids alone. */
function toldOf(texts: DeskTexts, desk: Desk, { said }: KeptSaid): string {
  const name = namesOf(desk)
  const whom = () => {
    if (said.kind === 'badge') return said.code
    if ('personId' in said) return name(said.personId)
    const pair = said.kind === 'walk_in' ? said : desk.meetings.find(({ id }) => id === said.meetingId)
    return pair ? texts.between(name(pair.oneId), name(pair.otherId)) : ''
  }
  return texts.saidOf(texts.said[said.kind], whom())
}
