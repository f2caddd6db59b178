import { formText } from '#platform/pure/form-text.ts'
import { useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { TextField } from '#ui/text-field.tsx'
import { useHydrated } from '#ui/use-hydrated.ts'
import { identityTexts } from '../texts.ts'
import styles from './sign-in.module.css'

/** Registering a passkey is a ceremony of the browser: without a script the page says so instead of offering a dead button. */
export function PasskeyAddition() {
  const texts = useCatalogue(identityTexts)
  const isReady = useHydrated()
  const form = useRef<HTMLFormElement>(null)
  const { revalidate } = useRevalidator()
  const [hasFailed, setFailed] = useState(false)
  if (!isReady) return <p>{texts.account.passkeyNeedsScript}</p>
  const add = async () => {
    setFailed(false)
    try {
      await register(formText(new FormData(form.current ?? undefined), 'passkeyName'))
      form.current?.reset()
      await revalidate()
    } catch {
      setFailed(true)
    }
  }
  return (
    <form
      ref={form}
      className={styles.more}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField name="passkeyName" label={texts.account.passkeyName} hint={texts.account.passkeyNameHint} maxLength={80} />
      <div>
        <Button icon="plus">{texts.account.addPasskey}</Button>
      </div>
      <output>{hasFailed && texts.account.passkeyNotAdded}</output>
    </form>
  )
}

/** @throws when the person gave up, the device refused, or the session is too old to be trusted with a new key. */
async function register(name: string): Promise<void> {
  const [{ startRegistration }, optionsAnswer] = await Promise.all([
    import('@simplewebauthn/browser'),
    fetch('/api/auth/passkey/generate-register-options'),
  ])
  if (!optionsAnswer.ok) throw new Error('refused')
  const response = await startRegistration({ optionsJSON: await optionsAnswer.json() })
  const answer = await fetch('/api/auth/passkey/verify-registration', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(name.trim() ? { response, name: name.trim() } : { response }),
  })
  if (!answer.ok) throw new Error('refused')
}
