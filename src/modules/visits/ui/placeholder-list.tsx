import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFacts } from '#ui/key-facts.tsx'
import { letterPlaceholders } from '../domain/letter.ts'
import { visitTexts } from '../texts.ts'

/** What a letter may call, each with what it writes. */
export function PlaceholderList() {
  const { settings, placeholders } = useCatalogue(visitTexts)
  return (
    <details>
      <summary>{settings.placeholders}</summary>
      <KeyFacts facts={letterPlaceholders.map((name) => ({ key: name, label: <code>{`{{${name}}}`}</code>, value: placeholders[name] }))} />
    </details>
  )
}
