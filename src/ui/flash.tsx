import { useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './flash.module.css'
import { Icon } from './icons.tsx'
import { useTexts } from './locale.tsx'
import { Notice, type Tone } from './notice.tsx'
import { useHydrated } from './use-hydrated.ts'

/** What just happened, said once after a redirect. `key` distinguishes two equal sentences in a row. */
export type FlashMessage = { key: string; tone: Tone; text: string }

/**
 * Messages that follow an action. The server prints them at the head of the page and they stay in sight while one scrolls;
 * with JavaScript each can be put away. Nothing disappears on its own: people read at their own speed (RGAA 13.1).
 */
export function Flash({ messages }: { messages: readonly FlashMessage[] }) {
  const texts = useTexts()
  const canDismiss = useHydrated()
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const shown = messages.filter((message) => !dismissed.has(message.key))
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> may not contain the blocks of a Notice
    <div role="status" className={classNames(styles.flash, canDismiss && styles.sticky)} data-print="no">
      {shown.map((message) => (
        <Notice key={message.key} tone={message.tone}>
          <div className={styles.line}>
            <p>{message.text}</p>
            {canDismiss && (
              <button type="button" onClick={() => setDismissed(new Set([...dismissed, message.key]))}>
                <Icon name="cross" label={texts.dismiss} />
              </button>
            )}
          </div>
        </Notice>
      ))}
    </div>
  )
}
