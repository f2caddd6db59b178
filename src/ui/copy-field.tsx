import { type ReactNode, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './copy-field.module.css'
import field from './field.module.css'
import { useTexts } from './locale.tsx'
import { useHydrated } from './use-hydrated.ts'

/** A value to take elsewhere: an invitation link, a key shown once. Selectable by hand, copied by a button where there is a script. */
export function CopyField({ label, hint, value }: { label: ReactNode; hint?: ReactNode; value: string }) {
  const texts = useTexts()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const canCopy = useHydrated()
  const [isCopied, setIsCopied] = useState(false)

  async function copy() {
    input.current?.select()
    await navigator.clipboard.writeText(value)
    setIsCopied(true)
  }

  return (
    <div className={classNames(field.field, field.long)}>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={field.hint}>
          {hint}
        </p>
      )}
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          className={classNames(field.control, styles.value)}
          readOnly
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onFocus={(event) => event.currentTarget.select()}
        />
        {canCopy && (
          <Button type="button" icon="copy" onClick={() => void copy()}>
            {texts.copy}
          </Button>
        )}
      </div>
      <output className={field.hint}>{isCopied && texts.copied}</output>
    </div>
  )
}
