import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { LeadNote as Note } from '../../domain/outcome.ts'
import { outcomeProblems, outcomeTexts } from '../../texts/outcome-texts.ts'
import type { Refusal } from '../refusal.ts'

/** What one's organisation alone reads. */
export function LeadNote({ note, requestKey, refusal }: { note: Note | null; requestKey: string; refusal: Refusal }) {
  const texts = useCatalogue(outcomeTexts)
  const { note: words } = texts
  const mine = refusal?.values.intent === 'note' ? refusal : undefined
  return (
    <Section title={words.title} note={words.note} onPaper={false}>
      {mine && note && (
        <Notice tone="warning" title={words.written(note.writtenName)}>
          <p>{note.body}</p>
        </Notice>
      )}
      <Form
        id="note"
        key={note?.version ?? 0}
        requestKey={requestKey}
        values={mine?.values}
        errors={outcomeProblems(texts, mine?.problems)}
      >
        <HiddenField name="intent" value="note" />
        <HiddenField name="version" value={note?.version ?? 0} />
        <TextArea
          name="body"
          label={words.body}
          hint={note ? words.written(note.writtenName) : undefined}
          defaultValue={note?.body}
          maxLength={2000}
        />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
