import { formatDate } from '#platform/pure/local-date-format.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import type { FactField } from '#modules/delegations/index.ts'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { dateIn } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { longest } from '../domain/form.ts'
import type { OwnFacts, OwnRequest } from '../domain/own-facts.ts'
import { changeTexts } from '../texts/change-texts.ts'
import { ChangeDiff } from './change-diff.tsx'

/** A request with the fields it would change. */
export type ShownRequest = OwnRequest & { readonly fields: readonly FactField[] }

type OwnFactsProps = {
  own: Omit<OwnFacts, 'requests'> & { readonly requests: readonly ShownRequest[]; readonly isFrozen: boolean }
  zone: TimeZone
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

/** What the list says of someone who travels: corrected at once, or asked once the delegation is frozen. */
export function OwnFactsSection({ own, zone, values, errors }: OwnFactsProps) {
  const { own: words, freeze } = useCatalogue(changeTexts)
  const locale = useLocale()
  const { facts, language, frozenOn, isFrozen, requests } = own
  return (
    <Section title={words.title} note={words.note}>
      {frozenOn && (
        <Notice>
          <p>{(isFrozen ? freeze.is : freeze.will)(formatDate(frozenOn, locale))}</p>
        </Notice>
      )}
      <Requests requests={requests} zone={zone} />
      <Form id="facts" values={values} errors={errors} key={JSON.stringify(own)}>
        <HiddenField name="intent" value="facts" />
        <FactFields facts={facts} language={language} />
        <p>{isFrozen ? words.byRequest : words.atOnce}</p>
        <Actions>
          <Button>{isFrozen ? words.ask : words.save}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

function FactFields({ facts, language }: Pick<OwnFacts, 'facts' | 'language'>) {
  const { fields } = useCatalogue(changeTexts)
  return (
    <>
      <TextField
        name="givenName"
        label={fields.givenName}
        required
        maxLength={longest.name}
        defaultValue={facts.givenName}
        autoComplete="given-name"
      />
      <TextField
        name="familyName"
        label={fields.familyName}
        required
        maxLength={longest.name}
        defaultValue={facts.familyName}
        autoComplete="family-name"
      />
      <TextField
        name="capacity"
        label={fields.capacity}
        maxLength={longest.capacity}
        width="long"
        lang={language}
        defaultValue={facts.capacity[language] ?? ''}
        autoComplete="organization-title"
      />
      <TextField
        name="represents"
        label={fields.represents}
        maxLength={longest.represents}
        width="long"
        defaultValue={facts.represents ?? ''}
        autoComplete="organization"
      />
    </>
  )
}

function Requests({ requests, zone }: { requests: readonly ShownRequest[]; zone: TimeZone }) {
  const { own, states, because } = useCatalogue(changeTexts)
  if (requests.length === 0) return null
  return (
    <>
      <h3>{own.requests}</h3>
      {requests.map((request) => (
        <div key={request.id}>
          <p>
            <DateText date={dateIn(zone, request.askedAt)} /> –{' '}
            {request.reason ? because(states[request.state], request.reason) : states[request.state]}
          </p>
          <ChangeDiff was={request.was} becomes={request.becomes} fields={request.fields} />
        </div>
      ))}
    </>
  )
}
