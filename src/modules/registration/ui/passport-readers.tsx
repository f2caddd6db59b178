import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { Suggestions } from '#ui/suggestions.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type PassportReader, readerRanks } from '../domain/passport.ts'
import { passportTexts } from '../texts/passport-texts.ts'

type PassportReadersProps = {
  readers: readonly PassportReader[]
  mayName: boolean
  /** Addresses of one's own colleagues, proposed. */
  addresses: readonly string[]
  refused: { readonly rank: string; readonly values: FieldValues; readonly errors: FieldErrors | undefined } | null
}

/** The two places of those who read passports: everybody in the mission sees who they are, the lead names them. */
export function PassportReaders({ readers, mayName, addresses, refused }: PassportReadersProps) {
  const { readers: words } = useCatalogue(passportTexts)
  const of = (rank: number) => readers.find((reader) => reader.rank === rank)
  return (
    <Section title={words.title} note={words.note}>
      <KeyFacts
        facts={readerRanks.map((rank) => ({
          key: String(rank),
          label: words.rank(rank),
          value: of(rank)?.name ?? words.nobody,
          note: of(rank)?.organisationName,
        }))}
      />
      {mayName && (
        <>
          <Suggestions id="reader-addresses" values={addresses} />
          {readerRanks.map((rank) => (
            <Form
              key={`${rank}${of(rank)?.accountId}`}
              id={`reader-${rank}`}
              layout="row"
              values={refused?.rank === String(rank) ? refused.values : undefined}
              errors={refused?.rank === String(rank) ? refused.errors : undefined}
            >
              <HiddenField name="rank" value={String(rank)} />
              <TextField
                name="email"
                type="email"
                label={`${words.rank(rank)} – ${words.email}`}
                suggestionsFrom="reader-addresses"
                autoComplete="off"
              />
              <Button name="intent" value="reader" aria-label={words.nameOf(rank)}>
                {words.name}
              </Button>
              {of(rank) && (
                <Button kind="quiet" name="intent" value="unreader" aria-label={words.removeOf(rank)}>
                  {words.remove}
                </Button>
              )}
            </Form>
          ))}
        </>
      )}
    </Section>
  )
}
