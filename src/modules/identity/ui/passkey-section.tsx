import { Form as PlainForm } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Dialog } from '#ui/dialog.tsx'
import { DateText } from '#ui/format.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OwnPasskey } from '../domain/credentials.ts'
import { identityTexts } from '../texts.ts'
import { PasskeyAddition } from './passkey-addition.tsx'
import { sentencesOf } from './problem-sentence.ts'
import styles from './sign-in.module.css'

/** The passkeys of the account, each with its name to change and its door to close, and the means to add one. */
export function PasskeySection({
  passkeys,
  zone,
  refusal,
}: {
  passkeys: readonly OwnPasskey[]
  zone: TimeZone
  refusal: RefusedForm | undefined
}) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.account.passkeys} note={texts.account.passkeysNote}>
      {passkeys.length === 0 && <p>{texts.account.noPasskey}</p>}
      {passkeys.length > 0 && (
        <ul className={styles.people}>
          {passkeys.map((passkey) => (
            <li key={passkey.id} className={styles.person}>
              <span>
                <span className={styles.name}>{passkey.name ?? texts.account.passkeyUnnamed}</span>{' '}
                <span className={styles.role}>
                  {texts.account.added} <DateText date={dateIn(zone, passkey.addedAt)} />
                </span>
              </span>
              <PasskeyActions passkey={passkey} refusal={refusal?.values.id === passkey.id ? refusal : undefined} />
            </li>
          ))}
        </ul>
      )}
      <PasskeyAddition />
    </Section>
  )
}

function PasskeyActions({ passkey: { id, name }, refusal }: { passkey: OwnPasskey; refusal: RefusedForm | undefined }) {
  const texts = useCatalogue(identityTexts)
  const shown = name ?? texts.account.passkeyUnnamed
  return (
    <Actions>
      <Dialog
        trigger={texts.account.rename}
        triggerKind="quiet"
        title={texts.account.renamePasskey(shown)}
        defaultOpen={refusal !== undefined}
      >
        <Form id={`passkey-${id}`} values={refusal?.values} errors={refusal && sentencesOf(texts, refusal.problems, 'required')}>
          <HiddenField name="intent" value="renamePasskey" />
          <HiddenField name="id" value={id} />
          <TextField name="name" label={texts.account.passkeyName} defaultValue={name ?? ''} maxLength={80} required />
          <Actions>
            <Button>{texts.account.save}</Button>
          </Actions>
        </Form>
      </Dialog>
      <PlainForm method="post">
        <input type="hidden" name="intent" value="forgetPasskey" />
        <Button kind="danger" name="id" value={id} aria-label={texts.account.forgetPasskey(shown)}>
          {texts.account.forget}
        </Button>
      </PlainForm>
    </Actions>
  )
}
