import type { ReactNode } from 'react'
import { type Localized, languagesOf } from '#platform/pure/localized.ts'
import { Fieldset } from './fieldset.tsx'
import { fieldId, useForm } from './form-context.ts'
import { useLocale } from './locale.tsx'
import styles from './localized-field.module.css'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

type LocalizedFieldProps = {
  /** Each language is sent as `name.fr`, `name.en`…; an error may be about one of them or, under `name`, about all. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The languages always proposed; those in which a text exists already are added. */
  languages: readonly string[]
  /** The language without which the text is refused. */
  requiredLanguage?: string
  defaultValue?: Localized
  multiline?: boolean
}

const nothing: Localized = {}

/** One text in several languages, a field for each, all in sight: what is not translated is seen where it is written. */
export function LocalizedField({ name, label, hint, languages, requiredLanguage, defaultValue = nothing, multiline }: LocalizedFieldProps) {
  const locale = useLocale()
  const form = useForm()
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' })
  const shown = [...new Set([...languages, ...languagesOf(defaultValue)])]
  const Control = multiline ? TextArea : TextField
  return (
    <Fieldset id={fieldId(form.idPrefix, name)} legend={label} hint={hint} error={form.errors[name]} look="label">
      <div className={styles.languages}>
        {shown.map((language) => (
          <Control
            key={language}
            name={`${name}.${language}`}
            lang={language}
            label={languageNames.of(language) ?? language}
            required={language === requiredLanguage}
            defaultValue={defaultValue[language]}
            width="long"
          />
        ))}
      </div>
    </Fieldset>
  )
}
