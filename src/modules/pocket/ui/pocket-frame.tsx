import type { ReactNode } from 'react'
import { Link, href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Logo } from '#ui/logo.tsx'
import { pocketTexts } from '../texts.ts'
import styles from './pocket-frame.module.css'

export type PocketSection = { readonly id: string; readonly label: string }

const none: readonly PocketSection[] = []

/** The frame of the pocket: a bar, the page, and its parts one thumb away. It leads to no other page, which no network might open. */
export function PocketFrame({ sections = none, children }: { sections?: readonly PocketSection[]; children: ReactNode }) {
  const texts = useCatalogue(pocketTexts)
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <Logo />
          <span>{texts.title}</span>
        </span>
        {sections.length === 0 && (
          <Link to={href('/')} reloadDocument>
            {texts.page.back}
          </Link>
        )}
      </header>
      {sections.length > 0 && (
        <nav className={styles.parts} aria-label={texts.page.sections} data-print="no">
          <ul>
            {sections.map(({ id, label }) => (
              <li key={id}>
                <a href={`#${id}`}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
