import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import type { DemoAccount } from '../sql/accounts.ts'
import { identityTexts } from '../texts.ts'
import styles from './sign-in.module.css'

/** One click per fictitious person, plainly said to be fictitious. */
export function DemoDoors({ accounts }: { accounts: readonly DemoAccount[] }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.signIn.demoTitle} note={texts.signIn.demoNote}>
      <Form method="post">
        <input type="hidden" name="intent" value="demo" />
        <ul className={styles.people}>
          {accounts.map((account) => (
            <li key={account.id} className={styles.person}>
              <div>
                <p className={styles.name}>
                  {account.name} <Tag>{texts.signIn.demoFictitious}</Tag>
                </p>
                <p className={styles.role}>
                  {account.organisationName} — {account.roles.map((role) => texts.roles[role]).join(', ')}
                </p>
              </div>
              <Button name="accountId" value={account.id} aria-label={texts.signIn.demoEnter(account.name)}>
                {texts.signIn.demoEnterShort}
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </Section>
  )
}
