import styles from './letter-text.module.css'

/** A letter as its reader will see it: lines as they are. */
export function LetterText({ text, lang }: { text: string; lang: string }) {
  return (
    <div className={styles.letter} lang={lang}>
      {text}
    </div>
  )
}
