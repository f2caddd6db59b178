import type { ReactNode } from 'react'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { affinityVersion } from '../domain/affinity.ts'
import type { Choice } from '../domain/answer-link.ts'
import { affinityWeights } from '../domain/suggestion-run.ts'
import { degrees } from '../domain/wish.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { profileTexts } from '../texts/profile-texts.ts'
import { suggestionTexts } from '../texts/suggestion-texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import { useProfileWords } from './use-profile-words.ts'
import { useReasonWords } from './use-reason-words.ts'
import styles from './wish-form.module.css'

type WishFormProps = {
  choices: readonly Choice[]
  quotas: { readonly requestQuota: number; readonly requested: number } | null
  mayWrite: boolean
  refusal: Refusal
  requestKey?: string
  /** After how these links are made. */
  children?: ReactNode
}

/** Everybody one may ask, by name and never by rank, with what brings the two together and what one says of them. */
export function WishForm({ choices, quotas, mayWrite, refusal, requestKey, children }: WishFormProps) {
  const texts = useCatalogue(eventTexts)
  const { wishes: words } = texts
  const profile = useCatalogue(profileTexts)
  const wordsOf = useProfileWords()
  const suggestions = useCatalogue(suggestionTexts)
  const reasonsOf = useReasonWords()
  if (choices.length === 0) return <p>{words.noChoice}</p>
  const typed = refusal?.values.intent === 'wishes' ? refusal.values : {}
  return (
    <>
      {quotas && <p className={styles.left}>{words.left(quotas.requestQuota - quotas.requested, quotas.requestQuota)}</p>}
      <Form id="wishes" requestKey={requestKey} {...refusalOf(refusal, 'wishes', texts)}>
        <HiddenField name="intent" value="wishes" />
        <ul className={styles.choices} aria-label={words.choicesCaption}>
          {choices.map((choice) => (
            <li key={choice.id} className={styles.choice}>
              <div className={styles.who}>
                <strong>{choice.name}</strong>
                <span className={styles.place}>{[choice.city, choice.country, ...choice.sectors].filter(Boolean).join(' · ')}</span>
                {wordsOf(choice.shown).length > 0 && (
                  <span className={styles.place}>
                    {wordsOf(choice.shown)
                      .map(({ label, value }) => profile.told(label, value))
                      .join(' · ')}
                  </span>
                )}
                {choice.reasons.length > 0 && <span className={styles.reasons}>{reasonsOf(choice.reasons)}</span>}
                {choice.state && choice.state !== 'noted' && choice.state !== 'withdrawn' && (
                  <span className={styles.state}>
                    {words.states[choice.state]}
                    {choice.reason && ` — ${choice.reason}`}
                  </span>
                )}
              </div>
              {mayWrite && choice.state !== 'declined' && (
                <div className={styles.said}>
                  <fieldset className={styles.degrees}>
                    <legend>{words.degreeOf(choice.name)}</legend>
                    {[...degrees, '' as const].map((degree) => (
                      <label key={degree}>
                        <input
                          type="radio"
                          name={`degree:${choice.id}`}
                          value={degree}
                          defaultChecked={String(typed[`degree:${choice.id}`] ?? saidOf(choice)) === degree}
                        />
                        {words.degrees[degree || 'none']}
                      </label>
                    ))}
                  </fieldset>
                  {choice.isAnswered && (
                    <input
                      className={styles.motive}
                      name={`motive:${choice.id}`}
                      aria-label={words.motiveOf(choice.name)}
                      placeholder={words.motive}
                      maxLength={300}
                      defaultValue={String(typed[`motive:${choice.id}`] ?? choice.motive)}
                    />
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
        {mayWrite && (
          <Actions>
            <Button kind="main">{words.save}</Button>
          </Actions>
        )}
      </Form>
      <details>
        <summary>{suggestions.title}</summary>
        <p>{suggestions.notice(affinityVersion, affinityWeights)}</p>
      </details>
      {children}
    </>
  )
}

function saidOf({ degree, state }: Choice): string {
  return state === 'withdrawn' || state === 'expired' || degree === null ? '' : degree
}
