import { type RefObject, useEffect, useRef, useState } from 'react'
import { useActionData } from 'react-router'

/**
 * Which draft a form holds: a key for the form, that changes once what was typed has been saved, so that the fields start
 * afresh and a second click cannot save the same thing under the next once-only key. A refusal keeps the draft, and so does
 * another form of the page that is saved meanwhile. The form made anew has the focus on its button, where the one before it had it.
 */
export function useDraft(requestKey: string | undefined): {
  readonly draft: string | undefined
  readonly noteSending: () => void
  readonly form: RefObject<HTMLFormElement | null>
} {
  const answer: unknown = useActionData()
  const form = useRef<HTMLFormElement>(null)
  const shown = useRef(requestKey)
  const [draft, setDraft] = useState(requestKey)
  const [sent, setSent] = useState<{ readonly requestKey: string | undefined; readonly answer: unknown }>()
  if (sent && sent.requestKey !== requestKey) {
    setSent(undefined)
    setDraft(requestKey)
  } else if (sent && sent.answer !== answer) {
    setSent(undefined)
  }
  useEffect(() => {
    if (shown.current === draft) return
    shown.current = draft
    if (document.activeElement === document.body)
      form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus({ preventScroll: true })
  }, [draft])
  return { form, draft, noteSending: () => setSent({ requestKey, answer }) }
}
