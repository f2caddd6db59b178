import { isLanguageTag, type Localized, withText } from './localized.ts'

/** The text of a form's field, without U+0000, which no database keeps; '' when it is absent or holds a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\0', '') : ''
}

/** The texts of a `LocalizedField`: 'capacity.fr', 'capacity.en'… */
export function formLocalized(form: FormData, name: string, longest = 300): Localized {
  const languages = [...form.keys()].filter((key) => key.startsWith(`${name}.`)).map((key) => key.slice(name.length + 1))
  const words = (language: string) => formText(form, `${name}.${language}`).trim().slice(0, longest)
  return languages.filter(isLanguageTag).reduce<Localized>((texts, language) => withText(texts, language, words(language)), {})
}
