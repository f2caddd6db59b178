import type { Locale } from '#platform/pure/locale.ts'
import styles from './language-switch.module.css'
import { useLocale, useTexts } from './locale.tsx'

const ownNames: Record<Locale, string> = { fr: 'Français', en: 'English' }

/** The same page in the other languages, each named in itself. Whole documents: the language of the page changes with it. */
export function LanguageSwitch({ addresses }: { addresses: Readonly<Record<Locale, string>> }) {
  const current = useLocale()
  const texts = useTexts()
  return (
    <nav aria-label={texts.language} className={styles.languages}>
      <ul>
        {Object.entries(addresses).map(([locale, address]) => (
          <li key={locale}>
            <a href={address} hrefLang={locale} lang={locale} aria-current={locale === current ? 'true' : undefined}>
              {ownNames[locale as Locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
