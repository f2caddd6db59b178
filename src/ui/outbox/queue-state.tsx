import type { Kept } from '#platform/pure/kept.ts'
import { useTexts } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import styles from './queue-state.module.css'
import type { DeviceQueue } from './use-device-queue.ts'

type QueueStateProps = Pick<DeviceQueue<Kept>, 'entries' | 'isOnline' | 'isFull' | 'isSignedOut'>

/** Whether there is a network, and what waits for it. */
export function QueueState({ entries, isOnline, isFull, isSignedOut }: QueueStateProps) {
  const { queue: words } = useTexts()
  const waiting = entries.filter(({ state }) => state === 'waiting')
  return (
    <>
      <p className={isOnline ? styles.online : styles.offline}>{isOnline ? words.online : words.offline}</p>
      {waiting.length > 0 && <p className={styles.offline}>{words.waiting(waiting.length)}</p>}
      {isFull && <Notice tone="danger" title={words.full} />}
      {isSignedOut && <Notice tone="warning" title={words.signIn} />}
    </>
  )
}
