import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { useHydrated } from '#ui/use-hydrated.ts'
import { identityTexts } from '../texts.ts'
import styles from './sign-in.module.css'

/** The browser's own ceremony, hence a script: without one the other ways remain, and this one says what it needs. */
export function PasskeySignIn({ next }: { next: string }) {
  const texts = useCatalogue(identityTexts)
  const isReady = useHydrated()
  const [hasFailed, setFailed] = useState(false)
  const enter = async () => {
    setFailed(false)
    try {
      await passCeremony()
      location.assign(next)
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className={styles.way}>
      <Button type="button" disabled={!isReady} onClick={() => void enter()}>
        {texts.signIn.byPasskey}
      </Button>
      <p>{texts.signIn.passkeyHint}</p>
      <output>{hasFailed && texts.signIn.passkeyFailed}</output>
    </div>
  )
}

/** @throws when the person gave up, the browser knows no passkey, or the server does not recognise it. */
async function passCeremony(): Promise<void> {
  const [{ startAuthentication }, options] = await Promise.all([
    import('@simplewebauthn/browser'),
    fetch('/api/auth/passkey/generate-authenticate-options').then((answer) => answer.json()),
  ])
  const response = await startAuthentication({ optionsJSON: { ...options, userVerification: 'required' } })
  const answer = await fetch('/api/auth/passkey/verify-authentication', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response }),
  })
  if (!answer.ok) throw new Error('refused')
}
