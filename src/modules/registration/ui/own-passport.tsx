import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { DateText, ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OwnPassport } from '../domain/passport.ts'
import { passportTexts } from '../texts/passport-texts.ts'

type OwnPassportProps = {
  passport: OwnPassport
  countries: readonly { readonly value: string; readonly label: string }[]
  zone: TimeZone
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

/** What a traveller is asked of their passport, who may read it, and who did. The number is typed, and never shown again. */
export function OwnPassportSection({ passport, countries, zone, values, errors }: OwnPassportProps) {
  const { own } = useCatalogue(passportTexts)
  const asked = passport.countries.map((code) => countries.find(({ value }) => value === code)?.label ?? code)
  const isTold = passport.writtenAt !== null
  return (
    <Section title={own.title} note={asked.length > 0 ? own.why(asked.join(', ')) : own.noLonger}>
      <PassportFacts passport={passport} zone={zone} />
      {asked.length > 0 && (
        <Form id="passport" values={values} errors={errors} key={passport.writtenAt}>
          <HiddenField name="intent" value="passport" />
          <TextField
            name="number"
            label={own.number}
            hint={own.numberHint}
            required
            width="short"
            maxLength={30}
            autoComplete="off"
            spellCheck={false}
          />
          <Select name="country" label={own.country} required placeholder={own.choose} options={countries} />
          <DateField name="expiresOn" label={own.expiresOn} required autoComplete="off" />
          <Actions>
            <Button kind={isTold ? 'plain' : 'main'}>{isTold ? own.replace : own.save}</Button>
          </Actions>
        </Form>
      )}
      {isTold && (
        <Form id="erase-passport">
          <HiddenField name="intent" value="erase-passport" />
          <Actions>
            <Button kind="danger">{own.erase}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

function PassportFacts({ passport, zone }: { passport: OwnPassport; zone: TimeZone }) {
  const { own, purposes } = useCatalogue(passportTexts)
  const { writtenAt, expiresOn, keptUntil, readers, readings } = passport
  return (
    <KeyFacts
      facts={[
        ...(writtenAt ? [{ key: 'told', label: own.told, value: <ZonedTime instant={writtenAt} zone={zone} /> }] : []),
        ...(expiresOn ? [{ key: 'expires', label: own.expires, value: <DateText date={expiresOn} /> }] : []),
        {
          key: 'readers',
          label: own.readers,
          value: readers.length === 0 ? own.noReader : readers.map(({ name, organisation }) => own.readBy(name, organisation)).join(', '),
        },
        { key: 'kept', label: own.kept, value: keptUntil ? <DateText date={keptUntil} /> : own.keptWhile },
        {
          key: 'readings',
          label: own.readings,
          value:
            readings.length === 0 ? (
              own.neverRead
            ) : (
              <ul>
                {readings.map(({ readAt, name, organisation, purpose }) => (
                  <li key={`${readAt}${name}`}>
                    <ZonedTime instant={readAt} zone={zone} /> – {own.readBy(name, organisation)}, {purposes[purpose]}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}
