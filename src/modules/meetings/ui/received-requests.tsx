import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ShownRequest } from '../domain/answer-link.ts'
import type { SlotOffer } from '../domain/slot-offer.ts'
import { eventTexts, problemTexts } from '../texts/event-texts.ts'
import type { Refusal } from './refusal.ts'
import type { SlotInWords } from '../domain/shown-slots.ts'
import { SlotOfferPart } from './slot-offer.tsx'
import styles from './received-requests.module.css'

type ReceivedRequestsProps = {
  requests: readonly ShownRequest[]
  quotas: { readonly meetingQuota: number; readonly accepted: number } | null
  /** The slots offered for some of the requests. */
  offers: readonly SlotOffer[]
  slots: readonly SlotInWords[]
  /** For organisers: by request, the slots proposed first when an offer is made. */
  proposals?: Readonly<Record<string, readonly string[]>> | null
  refusal: Refusal
  requestKey?: string
}

/** What is asked of a participant, one sheet a request, answered where it stands; with the slots offered for it. */
export function ReceivedRequests({ requests, quotas, offers, slots, proposals, refusal, requestKey }: ReceivedRequestsProps) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { wishes: words } = texts
  if (requests.length === 0)
    return (
      <Section title={words.received} note={words.receivedNote}>
        <p>{words.noReceived}</p>
      </Section>
    )
  return (
    <Section title={words.received} note={words.receivedNote}>
      {quotas && <p>{words.leftToAccept(quotas.meetingQuota - quotas.accepted, quotas.meetingQuota)}</p>}
      <ul className={styles.requests}>
        {requests.map((request) => {
          const isRefused = refusal?.values.intent === 'answer' && refusal.values.wishId === request.id
          const id = `answer-${request.id}`
          return (
            <li key={request.id} className={styles.request}>
              <p>
                <strong>{request.name}</strong>{' '}
                <span className={styles.place}>{[request.city, request.country, ...request.sectors].filter(Boolean).join(' · ')}</span>
              </p>
              {request.motive && <p className={styles.motive}>{request.motive}</p>}
              {request.state === 'open' ? (
                <p className={styles.place}>{words.until(formatDate(request.expiresAt.slice(0, 10) as LocalDate, locale))}</p>
              ) : (
                <p className={styles.place}>
                  {words.states[request.state]}
                  {request.reason && ` — ${request.reason}`}
                </p>
              )}
              {(request.state === 'open' || request.state === 'accepted') && (
                <SlotOfferPart
                  name={request.name}
                  wishId={request.id}
                  offer={offers.find(({ wishId }) => wishId === request.id)}
                  slots={slots}
                  proposed={proposals?.[request.id]}
                  refusal={refusal}
                  requestKey={requestKey}
                />
              )}
              {request.state === 'open' && (
                <Form
                  id={id}
                  requestKey={requestKey}
                  values={isRefused ? refusal.values : undefined}
                  errors={isRefused ? problemTexts(texts, refusal.problems) : undefined}
                >
                  <HiddenField name="intent" value="answer" />
                  <HiddenField name="wishId" value={request.id} />
                  <Actions>
                    <Button name="answer" value="accept" aria-label={words.acceptOf(request.name)}>
                      {words.accept}
                    </Button>
                  </Actions>
                  <details open={isRefused}>
                    <summary>{words.declineOf(request.name)}</summary>
                    <TextField name="reason" label={words.because} maxLength={300} width="long" />
                    <Actions>
                      <Button kind="quiet" name="answer" value="decline">
                        {words.decline}
                      </Button>
                    </Actions>
                  </details>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
