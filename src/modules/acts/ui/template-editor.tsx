import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff } from '#ui/diff.tsx'
import { Form } from '#ui/form.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { SectionProblem, SectionText } from '../domain/templates.ts'
import { actTexts } from '../texts.ts'
import type { ActTexts } from '../texts.fr.ts'
import type { TemplatePart } from '../usecases/edit-template.ts'
import type { ShownPart } from '../usecases/show-part.ts'
import { PartEffect } from './part-effect.tsx'
import { PlaceholderTable } from './placeholder-table.tsx'

type TemplateEditorProps = {
  part: TemplatePart
  ours: SectionText
  theirs: SectionText | null
  digest: string
  shown: ShownPart
  requestKey: string
  resetKey: string
  values: FieldValues | undefined
  errors: FieldErrors | undefined
  saved: { readonly heading: string; readonly body: string } | undefined
}

/** One part of the documents, to rewrite in both languages: its effect on the latest act, and what it may call. */
export function TemplateEditor({ part, ours, theirs, digest, shown, requestKey, resetKey, values, errors, saved }: TemplateEditorProps) {
  const texts = useCatalogue(actTexts)
  const words = texts.template
  return (
    <>
      <Section title={words.body} note={noteOf(part, texts)}>
        {saved && <Conflict saved={saved} values={values} />}
        <Form id="template" requestKey={requestKey} values={values} errors={errors}>
          <HiddenField name="digest" value={digest} />
          <TextFields ours={ours} theirs={theirs} />
          <Actions>
            <Button kind="main" type="submit" name="intent" value="save">
              {words.save}
            </Button>
            <Button type="submit" name="intent" value="show">
              {words.show}
            </Button>
          </Actions>
        </Form>
      </Section>
      <Section title={words.effect} titlePlace="above">
        <PartEffect shown={shown} />
      </Section>
      {theirs && (
        <Section title={words.reset} note={words.resetNote}>
          <Form id="reset" requestKey={resetKey}>
            <Actions>
              <Button kind="danger" type="submit" name="intent" value="reset">
                {words.reset}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
      <Section title={words.placeholders} note={words.placeholdersNote} titlePlace="above">
        <PlaceholderTable />
      </Section>
    </>
  )
}

function noteOf({ section }: TemplatePart, { template }: ActTexts): string {
  const own = section === 'visas' || section === 'considerations' ? template.recitals : section === 'articles' ? template.articles : ''
  return [template.bodyHint, own].filter((sentence) => sentence !== '').join(' ')
}

function TextFields({ ours, theirs }: { ours: SectionText; theirs: SectionText | null }) {
  const words = useCatalogue(actTexts).template
  const text = (kind: keyof SectionText, language: 'fr' | 'en') => theirs?.[kind][language] ?? ours[kind][language]
  return (
    <>
      <TextField
        name="heading.fr"
        label={words.frOf(words.heading)}
        lang="fr"
        width="long"
        maxLength={200}
        defaultValue={text('heading', 'fr')}
      />
      <TextArea name="body.fr" label={words.frOf(words.body)} lang="fr" width="full" rows={8} defaultValue={text('body', 'fr')} />
      <TextField
        name="heading.en"
        label={words.enOf(words.heading)}
        lang="en"
        width="long"
        maxLength={200}
        defaultValue={text('heading', 'en')}
      />
      <TextArea name="body.en" label={words.enOf(words.body)} lang="en" width="full" rows={6} defaultValue={text('body', 'en')} />
    </>
  )
}

function Conflict({ saved, values }: { saved: { readonly heading: string; readonly body: string }; values: FieldValues | undefined }) {
  const words = useCatalogue(actTexts).template
  const typed = (name: string) => String(values?.[name] ?? '').replaceAll('\r', '')
  return (
    <Notice tone="warning" title={words.conflictTitle}>
      <Diff
        caption={words.conflictCaption}
        fields={[
          { name: 'heading', label: words.frOf(words.heading), mine: typed('heading.fr'), theirs: saved.heading },
          { name: 'body', label: words.frOf(words.body), mine: typed('body.fr'), theirs: saved.body },
        ]}
      />
    </Notice>
  )
}

/** Each mistake of a text at its field, with its place in the text. */
export function templateErrors(texts: ActTexts, problems: readonly SectionProblem[]): Record<string, string> {
  const byField = Map.groupBy(problems, ({ language }) => `body.${language}`)
  const sentence = ({ code, name, line, column }: SectionProblem) =>
    texts.template.problemAt(line, column, texts.template.problemWords[code](name))
  return Object.fromEntries([...byField].map(([field, some]) => [field, some.map(sentence).join(' — ')]))
}
