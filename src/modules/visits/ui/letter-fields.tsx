import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { visitTexts } from '../texts.ts'
import { PlaceholderList } from './placeholder-list.tsx'

/** A letter to read over before it leaves. */
export function LetterFields({
  draft,
  note,
  email,
}: {
  draft: { subject: string; body: string; language: 'fr' | 'en' }
  /** What is said above it, when nothing else of the page fills the letter in. */
  note?: string
  email: string | null
}) {
  const { answer } = useCatalogue(visitTexts)
  return (
    <Fieldset legend={answer.letter} hint={note ?? answer.letterNote}>
      <HiddenField name="language" value={draft.language} />
      <TextField
        name="subject"
        label={answer.subject}
        required
        width="long"
        maxLength={300}
        defaultValue={draft.subject}
        lang={draft.language}
      />
      <TextArea name="body" label={answer.body} required rows={16} maxLength={10000} defaultValue={draft.body} lang={draft.language} />
      <PlaceholderList />
      {email ? <Checkbox name="send" label={answer.send(email)} defaultChecked /> : <p>{answer.noAddress}</p>}
    </Fieldset>
  )
}
