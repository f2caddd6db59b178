import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import type { KeptEntry } from '../domain/offline.ts'
import type { PocketTexts } from '../texts.fr.ts'
import { pocketTexts, problemText } from '../texts.ts'
import styles from './pocket-page.module.css'
import type { Outbox } from './use-outbox.ts'

const stateTones = { waiting: 'warning', sent: 'success', refused: 'danger' } as const

type EntryLineProps = { entry: KeptEntry; outbox: Outbox; ownName: string }

/** One thing that was written here, where it stands, and what there is to decide about it. */
export function EntryLine({ entry, outbox, ownName }: EntryLineProps) {
  const texts = useCatalogue(pocketTexts)
  const { key, said, state, about, refusal } = entry
  const words = wordsOf(said, texts)
  const isToDecide = refusal?.saved !== undefined || refusal?.title !== undefined
  return (
    <li className={styles.moment}>
      <p>
        <strong>{texts.outbox.kinds[said.kind]}</strong> {about === words ? '' : about}{' '}
        <Tag tone={stateTones[state]}>{texts.outbox.states[state]}</Tag>
      </p>
      <p className={styles.detail}>{words}</p>
      <Overruled entry={entry} ownName={ownName} />
      {refusal && !isToDecide && <p className={styles.facts}>{texts.outbox.because(problemText(texts, refusal.code))}</p>}
      {isToDecide ? (
        <Conflict entry={entry} outbox={outbox} />
      ) : (
        state !== 'waiting' && (
          <div className={styles.buttons}>
            {state === 'refused' && (
              <Button type="button" onClick={() => outbox.retry(key)}>
                {texts.outbox.retry}
              </Button>
            )}
            <Button type="button" kind="quiet" onClick={() => outbox.discard(key)}>
              {state === 'sent' ? texts.outbox.putAway : texts.outbox.discard}
            </Button>
          </div>
        )
      )}
    </li>
  )
}

function wordsOf(said: KeptEntry['said'], texts: PocketTexts): string {
  switch (said.kind) {
    case 'attendance':
      return texts.presences[said.presence]
    case 'note':
      return said.body
    case 'receipt':
      return said.label
    case 'task':
      return said.isDone ? texts.tasks.done : texts.tasks.undone
  }
}

/** Somebody else, or oneself on another device, said something of the same. */
function Overruled({ entry: { said, superseded, byName }, ownName }: { entry: KeptEntry; ownName: string }) {
  const { outbox } = useCatalogue(pocketTexts)
  if (said.kind === 'task') {
    if (!byName || byName === ownName) return null
    return <p className={styles.facts}>{superseded ? outbox.doneLater(byName) : outbox.doneBefore(byName)}</p>
  }
  return superseded ? <p className={styles.facts}>{outbox.superseded}</p> : null
}

/** Both texts, one above the other; nothing is chosen for the person. */
function Conflict({ entry, outbox }: { entry: KeptEntry; outbox: Outbox }) {
  const { outbox: words } = useCatalogue(pocketTexts)
  const { said, refusal } = entry
  const isTask = said.kind === 'task'
  const saved = isTask ? refusal?.title : refusal?.saved?.body
  const mine = isTask ? said.title : said.kind === 'note' ? said.body : ''
  const choices = isTask
    ? ([
        ['mine', said.isDone ? words.doneAllTheSame : words.undoneAllTheSame],
        ['saved', words.discard],
      ] as const)
    : ([
        ['both', words.keepBoth],
        ['mine', words.keepMine],
        ['saved', words.keepSaved],
      ] as const)
  return (
    <Notice tone="warning" title={isTask ? words.taskChanged : words.conflict}>
      <dl className={styles.versions}>
        <dt>{isTask ? words.taskNow : words.saved}</dt>
        <dd>{saved}</dd>
        <dt>{isTask ? words.taskThen : words.mine}</dt>
        <dd>{mine}</dd>
      </dl>
      <div className={styles.buttons}>
        {choices.map(([choice, label]) => (
          <Button key={choice} type="button" onClick={() => outbox.decide(entry.key, choice)}>
            {label}
          </Button>
        ))}
      </div>
    </Notice>
  )
}
