import { useEffect, useRef } from 'react'
import { type FieldErrors, fieldId, useForm } from './form-context.ts'
import styles from './error-summary.module.css'
import { useTexts } from './locale.tsx'

/**
 * Every mistake of a form in one place, each a link to its field, and the focus with it.
 * `autofocus` moves the focus on a page loaded without JavaScript, the effect after a client submission.
 */
export function ErrorSummary({ errors, idPrefix }: { errors?: FieldErrors; idPrefix?: string }) {
  const form = useForm()
  const texts = useTexts()
  const summary = useRef<HTMLDivElement>(null)
  const shown = errors ?? form.errors
  const entries = Object.entries(shown).filter((entry): entry is [string, string] => Boolean(entry[1]))

  useEffect(() => {
    if (Object.values(shown).some(Boolean)) summary.current?.focus()
  }, [shown])

  if (entries.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- a refused form must say so first, and without a script nothing else can
    <div ref={summary} role="alert" tabIndex={-1} autoFocus className={styles.summary}>
      <h2 className={styles.title}>{texts.errorSummaryTitle(entries.length)}</h2>
      <p>{texts.nothingLost}</p>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>{name === '' ? message : <a href={`#${fieldId(idPrefix ?? form.idPrefix, name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
