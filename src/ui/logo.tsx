import styles from './logo.module.css'

/** One leg sailed, a port, the next leg in dots, the sea below: the same signs as the Ribbon. On a 32-unit grid. */
const SAILED = 'M2.6 19C4 6.5 14.5 6.5 16 19'
const TO_SAIL = 'M17.9 12.6C20.8 7.2 28 8.5 29.4 19'
const SEA = 'M3 28.2c4.3-2.4 8.6-2.4 13 0s8.7 2.4 13 0'

/** The mark of the product. Decorative: its name stands beside it. */
export function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 32 32" width="32" height="32" aria-hidden focusable="false">
      <path className={styles.leg} d={SAILED} />
      <path className={styles.dots} d={TO_SAIL} />
      <circle className={styles.port} cx="16" cy="20.5" r="4.2" />
      <path className={styles.sea} d={SEA} />
    </svg>
  )
}

/** The same mark as a file of its own, on a sheet of paper so that it reads on light and dark browsers alike. */
export const faviconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 38 38"><rect x="-3" y="-3" width="38" height="38" rx="8" fill="#faf6ed"/>' +
  '<g fill="none" stroke="#0a5a80" stroke-width="3.2" stroke-linecap="round">' +
  `<path d="${SAILED}"/><path d="${TO_SAIL}" stroke-dasharray="0.01 4.6"/><path d="${SEA}" stroke-width="2.2"/></g>` +
  '<circle cx="16" cy="20.5" r="4.5" fill="#c03f29"/></svg>\n'
