import type { FieldProblems } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { CopyField } from '#ui/copy-field.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { identityTexts } from '../texts.ts'
import type { Enrolment } from '../usecases/second-factor.ts'
import { AccountForm } from './account-form.tsx'
import { BackupCodes } from './backup-codes.tsx'
import styles from './factor-enrolment.module.css'
import { QrCode } from './qr-code.tsx'

/** Asks for the password when the account has one: an open session is not enough to bind a phone to it. */
export function FactorStart({ hasPassword, problems }: { hasPassword: boolean; problems: FieldProblems }) {
  const texts = useCatalogue(identityTexts)
  return (
    <AccountForm intent="begin" submit={texts.secondFactor.begin} kind="main" problems={problems} otherwise="password_wrong">
      {hasPassword && (
        <TextField
          name="password"
          type="password"
          label={texts.secondFactor.password}
          hint={texts.secondFactor.passwordHint}
          autoComplete="current-password"
          required
        />
      )}
    </AccountForm>
  )
}

/** The drawing and the key of the application, the codes that replace it, and the first code that proves it works. */
export function FactorEnrolment({ enrolment, problems }: { enrolment: Enrolment; problems: FieldProblems }) {
  const texts = useCatalogue(identityTexts)
  return (
    <>
      <Section title={texts.secondFactor.scanTitle} note={texts.secondFactor.scan}>
        <div className={styles.scan}>
          <QrCode text={enrolment.uri} label={texts.secondFactor.qrLabel} />
          <div className={styles.byHand}>
            <CopyField label={texts.secondFactor.key} value={grouped(enrolment.secret)} />
            <a href={enrolment.uri}>{texts.secondFactor.openApp}</a>
          </div>
        </div>
      </Section>
      <Section title={texts.secondFactor.backupTitle} note={texts.secondFactor.backup}>
        <BackupCodes codes={enrolment.backupCodes} />
      </Section>
      <Section title={texts.secondFactor.proveTitle}>
        <AccountForm intent="confirm" submit={texts.secondFactor.confirm} kind="main" problems={problems} otherwise="factor_refused">
          <HiddenField name="backupCodes" value={enrolment.backupCodes.join(' ')} />
          <TextField name="code" label={texts.secondFactor.prove} inputMode="numeric" autoComplete="one-time-code" width="short" required />
        </AccountForm>
      </Section>
    </>
  )
}

function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
