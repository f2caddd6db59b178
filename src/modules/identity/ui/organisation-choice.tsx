import { Form } from 'react-router'
import type { Membership } from '#platform/web.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Tag } from '#ui/tag.tsx'
import { identityTexts } from '../texts.ts'
import styles from './sign-in.module.css'

/** Each organisation with the roles one has there; the one in use is said, not only shown. */
export function OrganisationChoice({ memberships, current }: { memberships: readonly Membership[]; current: string | null }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Form method="post">
      <ul className={styles.people}>
        {memberships.map(({ organisationId, organisationName, roles }) => (
          <li key={organisationId} className={styles.person}>
            <div>
              <p className={styles.name}>
                {organisationName} {organisationId === current && <Tag tone="info">{texts.organisation.current}</Tag>}
              </p>
              <p className={styles.role}>{roles.map((role) => texts.roles[role]).join(', ')}</p>
            </div>
            <Button name="organisationId" value={organisationId} aria-label={texts.organisation.choose(organisationName)}>
              {texts.organisation.chooseShort}
            </Button>
          </li>
        ))}
      </ul>
    </Form>
  )
}
