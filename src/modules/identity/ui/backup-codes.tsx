import styles from './factor-enrolment.module.css'

/** The codes that replace a lost phone, each good once; shown when they are made and never again. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ul className={styles.codes}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  )
}
