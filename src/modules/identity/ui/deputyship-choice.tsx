import { Form } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { Deputyship } from '#platform/web.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { identityTexts } from '../texts.ts'
import { deputyTexts } from '../texts/deputy-texts.ts'
import styles from './sign-in.module.css'

/** Those in whose name one may act today; the one in use is said, not only shown. */
export function DeputyshipChoice({ deputyships, current }: { deputyships: readonly Deputyship[]; current: string | null }) {
  const texts = useCatalogue(deputyTexts)
  const { organisation } = useCatalogue(identityTexts)
  const locale = useLocale()
  return (
    <Section title={texts.choiceTitle} note={texts.bounds}>
      <Form method="post">
        <ul className={styles.people}>
          {deputyships.map(({ deputyshipId, principalName, organisationName, endsOn }) => (
            <li key={deputyshipId} className={styles.person}>
              <div>
                <p className={styles.name}>
                  {principalName} {deputyshipId === current && <Tag tone="info">{organisation.current}</Tag>}
                </p>
                <p className={styles.role}>{texts.until(organisationName, formatDate(endsOn, locale))}</p>
              </div>
              <Button name="deputyshipId" value={deputyshipId} aria-label={texts.choose(principalName)}>
                {texts.chooseShort}
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </Section>
  )
}
