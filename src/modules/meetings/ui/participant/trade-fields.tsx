import { useCatalogue } from '#ui/catalogue.ts'
import { TextField } from '#ui/text-field.tsx'
import type { Profile } from '../../domain/participant.ts'
import { eventTexts } from '../../texts/event-texts.ts'

export type Trade = Pick<Profile, 'sectors' | 'offers' | 'needs' | 'languages'>

/** What a company does, offers, looks for and speaks: typed by itself, or by whoever brings it. */
export function TradeFields({ trade }: { trade: Trade | undefined }) {
  const { participant: words, setup } = useCatalogue(eventTexts)
  return (
    <>
      {(['sectors', 'offers', 'needs'] as const).map((name) => (
        <TextField key={name} name={name} label={words[name]} hint={words.listHint} width="long" defaultValue={trade?.[name].join(', ')} />
      ))}
      <TextField
        name="languages"
        label={words.languages}
        hint={setup.languagesHint}
        width="short"
        defaultValue={trade?.languages.join(', ')}
      />
    </>
  )
}
