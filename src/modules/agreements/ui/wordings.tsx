import type { Locale } from '#platform/pure/locale.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Wording } from '../domain/papers.ts'
import { agreementTexts, type AgreementTexts } from '../texts.ts'
import styles from './wordings.module.css'

/** « français », "French"; the code itself when nobody knows it. */
export function languageName(language: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language
}

/** Which versions are authentic, in a sentence. */
export function authenticitySentence(wordings: readonly Wording[], words: AgreementTexts['wording'], locale: Locale): string {
  const names = wordings.filter(({ isAuthentic }) => isAuthentic).map(({ language }) => languageName(language, locale))
  const list = new Intl.ListFormat(locale).format(names)
  return names.length > 1 ? words.equal(list) : names.length === 1 ? words.only(list) : words.note
}

export function WordingsSideBySide({ wordings }: { wordings: readonly Wording[] }) {
  const { wording: words } = useCatalogue(agreementTexts)
  const locale = useLocale()
  return (
    <div className={styles.columns}>
      {wordings.map(({ language, body, isAuthentic }) => (
        <section key={language} aria-label={languageName(language, locale)}>
          <h3>{languageName(language, locale)}</h3>
          <p>
            <Tag tone={isAuthentic ? 'success' : undefined}>{isAuthentic ? words.authentic : words.translation}</Tag>
          </p>
          <div lang={language} dir="auto" className={styles.body}>
            {body}
          </div>
        </section>
      ))}
    </div>
  )
}

type WordingFormProps = {
  /** The version being changed; a new one when absent. */
  wording?: Wording
  requestKey: string
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

export function WordingForm({ wording, requestKey, values, errors }: WordingFormProps) {
  const { wording: words } = useCatalogue(agreementTexts)
  return (
    <Form id={`wording-${wording?.language ?? 'new'}`} requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="version" value={wording?.version ?? 0} />
      {wording ? (
        <HiddenField name="language" value={wording.language} />
      ) : (
        <TextField
          name="language"
          label={words.language}
          hint={words.languageHint}
          required
          width="short"
          maxLength={20}
          spellCheck={false}
        />
      )}
      <TextArea
        name="body"
        label={words.body}
        rows={12}
        width="full"
        {...(wording ? { lang: wording.language, defaultValue: wording.body } : {})}
      />
      <Checkbox name="isAuthentic" label={words.isAuthentic} defaultChecked={wording?.isAuthentic ?? true} />
      <Actions>
        <Button kind={wording ? 'plain' : 'main'}>{words.save}</Button>
      </Actions>
    </Form>
  )
}
