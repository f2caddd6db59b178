import type { Locale } from '#platform/pure/locale.ts'
import { Select } from '#ui/select.tsx'

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { value: Locale; label: string }[]

/** The languages of the interface, each named in itself. */
export function LanguageField({ label, locale, name = 'locale' }: { label: string; locale: Locale; name?: string }) {
  return <Select name={name} label={label} options={languages} defaultValue={locale} placeholder={false} width="short" />
}
