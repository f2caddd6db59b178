import type { Zoned } from '#platform/pure/instant.ts'
import type { Kept } from '#platform/pure/kept.ts'
import { ZonedTime } from '../format.tsx'
import { useTexts } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import styles from './queue-state.module.css'
import type { DeviceQueue } from './use-device-queue.ts'

type QueueStateProps = Pick<DeviceQueue<Kept>, 'entries' | 'isOnline' | 'isFull' | 'isSignedOut'> & {
  /** When the server told what is shown. */
  readonly toldAt: Zoned
}

/** Whether there is a network, when there last was, and what waits for it. */
export function QueueState({ entries, isOnline, isFull, isSignedOut, toldAt }: QueueStateProps) {
  const { queue: words } = useTexts()
  const waiting = entries.filter(({ state }) => state === 'waiting')
  return (
    <>
      <p className={isOnline ? styles.online : styles.offline}>{isOnline ? words.online : words.offline}</p>
      <p className={styles.online}>
        {words.toldAt} <ZonedTime {...toldAt} />
      </p>
      {waiting.length > 0 && <p className={styles.offline}>{words.waiting(waiting.length)}</p>}
      {isFull && <Notice tone="danger" title={words.full} />}
      {isSignedOut && <Notice tone="warning" title={words.signIn} />}
    </>
  )
}
