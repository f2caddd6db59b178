import { data, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { ok } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type SentForm, answerForms, carryOut } from '#platform/form-answers.ts'
import { type RefusedForm, read, refuseForm, submit, typeForm } from '#platform/web.ts'
import { countryName } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import type { ReadPassport } from '../domain/passport.ts'
import { asksForm, letterForm, namedReaderForm, readerForm } from '../schemas.ts'
import { registrationTexts, sayProblems } from '../texts.ts'
import { passportTexts } from '../texts/passport-texts.ts'
import { PassportReaders } from '../ui/passport-readers.tsx'
import { PassportReadings, ToldPassports } from '../ui/passport-tables.tsx'
import { openPassports } from '../usecases/open-passports.ts'
import { askPassports, readPassports, setReader } from '../usecases/read-passports.ts'
import type { Route } from './+types/passports.ts'

type Opened = ReadPassport & { readonly issuedBy: string }

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { readers, asked, destinations, mayAsk, mayName, addresses, people, readings } = await openPassports(ctx, params.missionId)
    return {
      readers,
      asked,
      mayAsk,
      mayName,
      addresses,
      people,
      readings,
      destinations: destinations.map((value) => ({ value, label: countryName(value, ctx.actor.locale) })),
      zone: asTimeZone(ctx.actor.timeZone),
    }
  })
}

/** The forms of the page, told apart by their intent. */
export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const here = href('/missions/:missionId/inscriptions/passeports', params)
  return answerForms(context, request, {
    read: (sent) => openOne(sent, missionId),
    reader: carryOut('registration.set-reader', namedReaderForm, (ctx, { rank, email }) => setReader(ctx, missionId, rank, email), {
      to: here,
      field: 'email',
    }),
    unreader: carryOut('registration.set-reader', readerForm, (ctx, { rank }) => setReader(ctx, missionId, rank, ''), { to: here }),
    otherwise: carryOut('registration.ask-passports', asksForm, (ctx, { countries }) => askPassports(ctx, missionId, countries), {
      to: here,
      field: 'countries',
    }),
  })
}

/** The passport is in the answer to this form alone: no address shows it, and no request key keeps it. */
async function openOne({ context, request, form }: SentForm, missionId: string) {
  form.delete('requestKey')
  const typed = await typeForm(form, letterForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'registration.read-passport', async (ctx) => {
    const { mission } = await openPassports(ctx, missionId)
    const [passport] = await readPassports(ctx, mission, [typed.value.applicationId], 'page')
    return ok({ ...found(passport), issuedBy: countryName(found(passport).country, ctx.actor.locale) })
  })
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, ''))
  return data({ opened: outcome.value satisfies Opened }, { headers: { 'cache-control': 'private, no-store' } })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Passports({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { asked, destinations, mayAsk, mayName, readers, addresses, people, readings, zone } = loaderData
  const texts = useCatalogue(registrationTexts)
  const words = useCatalogue(passportTexts)
  const opened = actionData && 'opened' in actionData ? actionData.opened : null
  const refused = actionData && 'problems' in actionData ? (actionData as RefusedForm) : undefined
  const errors = sayProblems(texts, refused?.problems)
  const person = people.find(({ applicationId }) => applicationId === opened?.applicationId)
  return (
    <>
      <Section
        title={words.title}
        note={words.note}
        action={
          <ButtonLink kind="quiet" icon="back" to={href('/missions/:missionId/inscriptions', { missionId })}>
            {words.back}
          </ButtonLink>
        }
      >
        <Destinations asked={asked} destinations={destinations} mayAsk={mayAsk} />
      </Section>
      {opened && person && (
        <Section title={words.one.title(`${person.givenName} ${person.familyName}`)} note={words.one.note} onPaper={false}>
          <KeyFacts
            facts={[
              { key: 'number', label: words.one.number, value: opened.number },
              { key: 'country', label: words.one.country, value: opened.issuedBy },
              { key: 'expires', label: words.one.expiresOn, value: <DateText date={opened.expiresOn} /> },
            ]}
          />
        </Section>
      )}
      <Section title={words.people.title} note={words.people.note}>
        {people.length === 0 ? <p>{words.people.empty}</p> : <ToldPassports people={people} zone={zone} />}
      </Section>
      <PassportReaders
        readers={readers}
        mayName={mayName}
        addresses={addresses}
        refused={refused?.values.rank !== undefined ? { rank: String(refused.values.rank), values: refused.values, errors } : null}
      />
      <Section title={words.readings.title} note={words.readings.note}>
        <PassportReadings readings={readings} zone={zone} />
      </Section>
    </>
  )
}

function Destinations({ asked, destinations, mayAsk }: Pick<Route.ComponentProps['loaderData'], 'asked' | 'destinations' | 'mayAsk'>) {
  const { asks } = useCatalogue(passportTexts)
  if (destinations.length === 0) return <p>{asks.noLegs}</p>
  if (!mayAsk) {
    const needed = destinations.filter(({ value }) => asked.includes(value)).map(({ label }) => label)
    return <p>{needed.length > 0 ? asks.needed(needed) : asks.none}</p>
  }
  return (
    <Form id="asks" key={asked.join()}>
      <HiddenField name="intent" value="asks" />
      <CheckboxGroup name="countries" label={asks.label} hint={asks.note} defaultValues={asked} choices={destinations} inline />
      <Actions>
        <Button>{asks.save}</Button>
      </Actions>
    </Form>
  )
}
