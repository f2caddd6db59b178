import { href } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { DateRange } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { OwnJourney } from '../sql/holder.ts'
import { pocketTexts, problemText } from '../texts.ts'
import styles from './pocket-page.module.css'

type ClosedProps = { hasAccount: boolean; wasClosed: boolean; journeys: readonly OwnJourney[]; problem: string | undefined }

/** No pocket is open on this device: how to open one, by one's account or by the personal link. */
export function ClosedPocket({ hasAccount, wasClosed, journeys, problem }: ClosedProps) {
  const texts = useCatalogue(pocketTexts)
  const locale = useLocale()
  const { page } = texts
  return (
    <Page title={page.closedTitle} lead={page.closed}>
      {wasClosed && <Notice tone="success" title={page.wasClosed} />}
      {problem && <Notice tone="danger" title={problemText(texts, problem)} />}
      {journeys.length > 0 && (
        <Section title={page.journeys} titlePlace="above">
          <ul className={styles.list}>
            {journeys.map(({ memberId, title, startsOn, endsOn, organisationName }) => (
              <li key={memberId} className={styles.moment}>
                <p className={styles.title}>{pick(title, locale).text}</p>
                <p className={styles.facts}>
                  {startsOn && endsOn && <DateRange from={startsOn} to={endsOn} />} {page.sentBy(organisationName)}
                </p>
                <Form id={memberId}>
                  <HiddenField name="memberId" value={memberId} />
                  <Actions>
                    <Button name="intent" value="open">
                      {page.open}
                      <VisuallyHidden> – {pick(title, locale).text}</VisuallyHidden>
                    </Button>
                  </Actions>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {hasAccount && journeys.length === 0 && <p>{page.noJourney}</p>}
      {!hasAccount && (
        <>
          <p>{page.askLink}</p>
          <Actions>
            <ButtonLink to={`${href('/connexion')}?next=${encodeURIComponent(href('/poche'))}`}>{page.signIn}</ButtonLink>
          </Actions>
        </>
      )}
    </Page>
  )
}
