import styles from './typed-words.module.css'

/** What someone wrote, with its line breaks, and nothing else of what it may hold. */
export function TypedWords({ words, lang }: { words: string; lang?: string }) {
  return (
    <p className={styles.typed} lang={lang}>
      {words}
    </p>
  )
}
