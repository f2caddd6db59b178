import { href } from 'react-router'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { type ButtonKind, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Credentials } from '../domain/credentials.ts'
import { identityTexts } from '../texts.ts'
import { AccountForm } from './account-form.tsx'
import { BackupCodes } from './backup-codes.tsx'

type Refusal = RefusedForm | undefined
type Ways = Pick<Credentials, 'hasPassword' | 'hasSecondFactor'>

/** The state of the second factor; new backup codes and its end each ask for a code of it, and the password when there is one. */
export function FactorSection({
  credentials,
  newCodes,
  refusals,
}: {
  credentials: Ways
  newCodes: readonly string[] | null
  refusals: { end: Refusal; renew: Refusal }
}) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.account.factor} note={texts.account.factorNote}>
      <p>{credentials.hasSecondFactor ? texts.account.factorOn : texts.account.factorOff}</p>
      {newCodes && (
        <>
          <Notice tone="success">{texts.account.codesRenewed}</Notice>
          <BackupCodes codes={newCodes} />
        </>
      )}
      <Actions>
        {!credentials.hasSecondFactor && <ButtonLink to={href('/compte/second-facteur')}>{texts.account.setUpFactor}</ButtonLink>}
        {credentials.hasSecondFactor && (
          <>
            <ProofDialog
              intent="renewCodes"
              title={texts.account.renewCodes}
              hasPassword={credentials.hasPassword}
              refusal={refusals.renew}
            />
            <ProofDialog
              intent="endFactor"
              title={texts.account.endFactor}
              kind="danger"
              hasPassword={credentials.hasPassword}
              refusal={refusals.end}
            />
          </>
        )}
      </Actions>
    </Section>
  )
}

function ProofDialog({
  intent,
  title,
  kind = 'plain',
  hasPassword,
  refusal,
}: {
  intent: string
  title: string
  kind?: ButtonKind
  hasPassword: boolean
  refusal: Refusal
}) {
  const texts = useCatalogue(identityTexts)
  return (
    <Dialog trigger={title} triggerKind={kind} title={title} defaultOpen={refusal !== undefined}>
      <AccountForm intent={intent} submit={title} kind={kind} problems={refusal?.problems} otherwise="factor_refused">
        <TextField name="code" label={texts.account.factorCode} autoComplete="one-time-code" spellCheck={false} width="short" required />
        {hasPassword && (
          <TextField name="password" type="password" label={texts.account.current} autoComplete="current-password" required />
        )}
      </AccountForm>
    </Dialog>
  )
}
