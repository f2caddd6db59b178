import { qrCode } from '../domain/qr-code.ts'
import styles from './qr-code.module.css'

/** Dark on light in every theme, with the quiet margin of four modules that readers need (ISO/IEC 18004, 6.3.8). */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, isDark } = qrCode(text)
  const path = Array.from({ length: size * size }, (_, at) =>
    isDark[at] ? `M${(at % size) + 4} ${Math.floor(at / size) + 4}h1v1h-1z` : '',
  ).join('')
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img cannot be drawn inline, and the policy allows no data: address
    <svg className={styles.code} viewBox={`0 0 ${size + 8} ${size + 8}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className={styles.light} width="100%" height="100%" />
      <path className={styles.dark} d={path} />
    </svg>
  )
}
