import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { Button, type ButtonKind } from './button.tsx'
import buttonStyles from './button.module.css'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { Icon } from './icons.tsx'
import { useTexts } from './locale.tsx'

type DialogProps = {
  /** The words of the button that opens it. */
  trigger: ReactNode
  triggerKind?: ButtonKind
  title: ReactNode
  /** True when the form inside was refused: it then unfolds in place, with its errors. */
  defaultOpen?: boolean
  /** Normally a Form, with its own buttons. */
  children: ReactNode
}

/**
 * A question asked aside. Without JavaScript it unfolds in place (`<details>`); with it, the same trigger opens a native
 * modal, which keeps the focus inside and gives it back. What was unfolded before the script arrived stays unfolded.
 * The modal closes once its form is accepted; a refusal, which shows an error summary, keeps it open.
 */
export function Dialog({ trigger, triggerKind = 'plain', title, defaultOpen, children }: DialogProps) {
  const fold = useRef<HTMLDetailsElement>(null)
  const [isModal, setIsModal] = useState(false)

  useEffect(() => {
    if (!fold.current?.open) setIsModal(true)
  }, [])

  if (isModal) {
    return (
      <ModalDialog trigger={trigger} triggerKind={triggerKind} title={title}>
        {children}
      </ModalDialog>
    )
  }
  return (
    <details ref={fold} open={defaultOpen} className={styles.fold} data-print="no">
      <summary className={classNames(buttonStyles.button, buttonStyles[triggerKind])}>{trigger}</summary>
      <div className={styles.folded}>
        <h2>{title}</h2>
        {children}
      </div>
    </details>
  )
}

function ModalDialog({ trigger, triggerKind, title, children }: Omit<DialogProps, 'defaultOpen'>) {
  const texts = useTexts()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { key } = useLocation()

  useEffect(() => {
    if (key && !dialog.current?.querySelector('[role="alert"]')) dialog.current?.close()
  }, [key])

  return (
    <>
      <Button type="button" kind={triggerKind} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <dialog ref={dialog} aria-labelledby={titleId} className={styles.dialog}>
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
            <Icon name="cross" label={texts.close} />
          </button>
        </div>
        {children}
      </dialog>
    </>
  )
}
